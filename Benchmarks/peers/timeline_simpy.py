"""The timeline's models in SimPy, as its documentation teaches to write them; histograms, but no coverage."""

import math
import random

import simpy

from laws import Law


class Units:
    def __init__(self, scenario):
        self.horizon = scenario["horizon"]["days"]
        self.units = len(scenario["pledges"])
        self.stages = [
            None if "lift" in stage else Law(stage["days"]) for stage in scenario["processes"][0]["stages"]]
        self.cycle = Law(scenario["lift"][0]["cycleDays"])
        self.carriers = scenario["lift"][0]["carriers"]
        self.histogram = [[0] * (self.horizon + 1) for _ in range(self.units)]
        self.sum = self.squares = 0.0

    def unit(self, environment, number, carriers, rng):
        for law in self.stages:
            if law is None:
                with carriers.request() as request:
                    yield request
                    yield environment.timeout(self.cycle.draw(rng))
            else:
                yield environment.timeout(law.draw(rng))
        self.total += environment.now
        self.histogram[number][min(self.horizon, math.ceil(environment.now))] += 1

    def run(self, replications, seed=1):
        rng = random.Random(seed)
        for _ in range(replications):
            environment = simpy.Environment()
            carriers = simpy.Resource(environment, capacity=self.carriers)
            self.total = 0.0
            for number in range(self.units):
                environment.process(self.unit(environment, number, carriers, rng))
            environment.run()
            mean = self.total / self.units
            self.sum += mean
            self.squares += mean * mean
        self.count = replications
        return self

    def arrival(self):
        """Mean and standard error of the mean arrival of all units."""
        mean = self.sum / self.count
        return mean, math.sqrt((self.squares / self.count - mean * mean) / self.count)


class Jobs:
    def __init__(self, scenario):
        self.stages = scenario["processes"][0]["stages"]
        self.laws = {stage["id"]: Law(stage["days"]) for stage in self.stages}
        self.sum = self.squares = 0.0

    def job(self, environment, stage, done, rng):
        yield environment.all_of([done[name] for name in stage["after"]])
        yield environment.timeout(self.laws[stage["id"]].draw(rng))

    def run(self, replications, seed=1):
        rng = random.Random(seed)
        for _ in range(replications):
            environment = simpy.Environment()
            done = {}
            for stage in self.stages:
                done[stage["id"]] = environment.process(self.job(environment, stage, done, rng))
            environment.run()
            self.sum += environment.now
            self.squares += environment.now ** 2
        self.count = replications
        return self

    def arrival(self):
        mean = self.sum / self.count
        return mean, math.sqrt((self.squares / self.count - mean * mean) / self.count)
