"""The timeline's models as a good NumPy program writes them: chunks of replications that fit the cache.

One process, one core. The queue is served across replications, coverage is counted by differences, criticality by
masks backwards.
"""

import numpy

from laws import Law


class Chunks:
    """Replications, a chunk at a time, with the sums of when they arrive: of each unit, or of the project."""

    def __init__(self, shape=()):
        self.sum = numpy.zeros(shape)
        self.squares = numpy.zeros(shape)
        self.count = 0

    def run(self, replications, chunk, seed=1):
        generator = numpy.random.Generator(numpy.random.SFC64(seed))
        for done in range(0, replications, chunk):
            self.chunk(generator, min(chunk, replications - done))
        self.count += replications
        return self

    def arrival(self):
        """Mean and standard error."""
        mean = self.sum / self.count
        variance = self.squares / self.count - mean ** 2
        return mean, numpy.sqrt(variance / self.count)


class Units(Chunks):
    """Units of several stages in a chain, of which one is a lift by a pool of carriers."""

    def __init__(self, scenario):
        self.horizon = scenario["horizon"]["days"]
        self.units = len(scenario["pledges"])
        super().__init__(self.units)
        self.tour = scenario["pledges"][0]["tourDays"]
        stages = scenario["processes"][0]["stages"]
        lift = next(number for number, stage in enumerate(stages) if "lift" in stage)
        self.before = [Law(stage["days"]) for stage in stages[:lift]]
        self.after = [Law(stage["days"]) for stage in stages[lift + 1:]]
        self.cycle = Law(scenario["lift"][0]["cycleDays"])
        self.carriers = scenario["lift"][0]["carriers"]
        self.histogram = numpy.zeros((self.units, self.horizon + 1), dtype=numpy.int64)
        # By need, level and day: differences, of which the running sum is the number of replications there.
        self.levels = numpy.zeros((self.units // 3, 4, self.horizon + 1), dtype=numpy.int64)

    def chunk(self, generator, size):
        shape = (self.units, size)
        times = self.before[0].fill(generator, shape)
        for law in self.before[1:]:
            times += law.fill(generator, shape)
        times = self.lifted(times, self.cycle.fill(generator, shape))
        for law in self.after:
            times += law.fill(generator, shape)
        self.sum += times.sum(axis=1)
        self.squares += numpy.einsum("ij,ij->i", times, times)
        days = numpy.minimum(numpy.ceil(times), self.horizon).astype(numpy.int64)
        rows = numpy.arange(self.units)[:, None] * (self.horizon + 1)
        self.histogram += numpy.bincount(
            (days + rows).ravel(), minlength=self.histogram.size).reshape(self.histogram.shape)
        self.cover(days)

    def lifted(self, times, cycles):
        order = numpy.argsort(times, axis=0)
        arrivals = numpy.take_along_axis(times, order, axis=0)
        ends = numpy.empty_like(arrivals)
        free = numpy.zeros((self.carriers, times.shape[1]))
        columns = numpy.arange(times.shape[1])
        for place in range(self.units):
            # The work of a unit is its own, whatever its place in the queue; any draw of the law will do.
            if self.carriers == 2:
                end = numpy.maximum(arrivals[place], free[0]) + cycles[place]
                ends[place] = end
                first = numpy.minimum(free[1], end)
                numpy.maximum(free[1], end, out=free[1])
                free[0] = first
            else:
                earliest = free.argmin(axis=0)
                end = numpy.maximum(arrivals[place], free[earliest, columns]) + cycles[place]
                ends[place] = end
                free[earliest, columns] = end
        numpy.put_along_axis(times, order, ends, axis=0)
        return times

    def cover(self, days):
        """Adds what is there of each need's three units, by differences."""
        units, size = days.shape
        comes = days.reshape(units // 3, 3, size)
        leaves = numpy.minimum(comes + self.tour, self.horizon)
        events = numpy.concatenate([comes * 2 + 1, leaves * 2], axis=1)
        events.sort(axis=1)
        change = (events & 1) * 2 - 1
        after = numpy.cumsum(change, axis=1)
        day = events >> 1
        needs = numpy.arange(units // 3)[:, None, None] * 4
        width = self.horizon + 1
        size = self.levels.size
        gained = numpy.bincount(((needs + after) * width + day).ravel(), minlength=size)
        lost = numpy.bincount(((needs + after - change) * width + day).ravel(), minlength=size)
        self.levels += (gained - lost).reshape(self.levels.shape)

    def coverage(self, day):
        """Mean share that is there on a day, of each need."""
        there = numpy.cumsum(self.levels, axis=2)[:, :, day] / self.count
        there[:, 0] += 1
        return there @ numpy.arange(4) / 3


class Jobs(Chunks):
    """A project of jobs with triangular days: the law of its end, and how often each job is critical."""

    def __init__(self, scenario):
        super().__init__()
        stages = scenario["processes"][0]["stages"]
        self.names = [stage["id"] for stage in stages]
        place = {name: number for number, name in enumerate(self.names)}
        self.laws = [Law(stage["days"]) for stage in stages]
        self.after = [[place[name] for name in stage["after"]] for stage in stages]
        self.critical = numpy.zeros(len(stages), dtype=numpy.int64)
        self.days = numpy.zeros(scenario["horizon"]["days"] + 1, dtype=numpy.int64)

    def chunk(self, generator, size):
        ends, starts = [], []
        for law, after in zip(self.laws, self.after):
            start = ends[after[0]] if after else None
            for other in after[1:]:
                start = numpy.maximum(start, ends[other])
            days = law.fill(generator, size)
            ends.append(days if start is None else days + start)
            starts.append(start)
        end = ends[-1]
        self.sum += end.sum()
        self.squares += end @ end
        self.days += numpy.bincount(
            numpy.ceil(end).astype(numpy.int64), minlength=self.days.size)[:self.days.size]
        masks = [None] * len(ends)
        masks[-1] = numpy.ones(size, dtype=bool)
        for job in range(len(ends) - 1, -1, -1):
            for other in self.after[job]:
                mask = masks[job] if len(self.after[job]) == 1 else masks[job] & (ends[other] == starts[job])
                masks[other] = mask if masks[other] is None else masks[other] | mask
        for job, mask in enumerate(masks):
            self.critical[job] += numpy.count_nonzero(mask)
