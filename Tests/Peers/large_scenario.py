"""A scenario of any size for the page of results, the same for the same seed on any machine.

    large_scenario.py NEEDS PLEDGES > large.json

Each pledge is offered to one mission, so that the plan is quickly found however many there are.
"""

import json
import random
import sys

MISSIONS = 10
CAPABILITIES = 40


def scenario(needs, pledges, seed=1):
    draw = random.Random(seed)
    return {
        "formatVersion": 1, "id": "large", "title": f"{needs} needs and {pledges} pledges, made up",
        "dayZero": "2020-01-01", "horizon": {"days": 360, "periodDays": 90},
        "capabilities": [
            {"id": f"capability-{number}", "name": f"Capability number {number} of the catalogue", "measure": "units",
             "category": "contingents"} for number in range(CAPABILITIES)],
        "missions": [
            {"id": f"mission-{number}", "name": f"UNMISSION{number}", "source": "made up"} for number in range(MISSIONS)],
        "needs": [
            {"id": f"need-{number}", "mission": f"mission-{number % MISSIONS}",
             "capability": f"capability-{number // MISSIONS % CAPABILITIES}", "quantity": draw.randint(1, 9),
             "weight": draw.randint(1, 5), "source": "made up"} for number in range(needs)],
        "contributors": [{"id": f"state-{number}", "name": f"State number {number}"} for number in range(120)],
        "processes": [
            {"id": "usual", "source": "made up", "stages": [
                {"id": "agreement", "days": {"lognormal": {"median": 60, "p95": 180}}},
                {"id": "voyage", "days": {"triangular": [20, 40, 70]}, "after": ["agreement"]}]}],
        "pledges": [
            {"id": f"pledge-{number}", "contributor": f"state-{draw.randrange(120)}",
             "capability": f"capability-{draw.randrange(CAPABILITIES)}", "quantity": 1, "units": 1,
             "missions": {"only": [f"mission-{draw.randrange(MISSIONS)}"]}, "probability": 0.75, "process": "usual",
             "source": "made up", "assumption": {"probability": "three quarters"}} for number in range(pledges)],
        "allocation": {"gap": 0.05, "timeLimitSeconds": 60},
        "simulation": {"replications": 200, "seed": 1},
    }


if __name__ == "__main__":
    json.dump(scenario(int(sys.argv[1]), int(sys.argv[2])), sys.stdout)
