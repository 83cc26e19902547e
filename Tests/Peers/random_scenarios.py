"""Small random scenarios with every kind of limit, the same for the same seed on any machine."""

import random

DAYS = 360


def scenario(seed):
    """One scenario as plain JSON values; small enough that every solver proves its optimum."""
    draw = random.Random(seed)
    capabilities = [capability(draw, number) for number in range(draw.randint(2, 4))]
    missions = [mission(draw, number) for number in range(draw.randint(1, 3))]
    needs = [need(draw, number, missions, capabilities) for number in range(draw.randint(3, 8))]
    processes = [process(draw, number) for number in range(2)]
    contributors = [{"id": f"state-{number}", "name": f"State {number}"} for number in range(4)]
    pledges = [
        pledge(draw, number, contributors, capabilities, missions, processes)
        for number in range(draw.randint(4, 12))
    ]
    return {
        "formatVersion": 1,
        "id": f"random-{seed}",
        "title": f"Random scenario {seed}",
        "dayZero": "2017-11-15",
        "horizon": {"days": DAYS, "periodDays": draw.choice([30, 45])},
        "capabilities": capabilities,
        "substitutions": substitutions(draw, capabilities),
        "missions": missions,
        "needs": needs,
        "contributors": contributors,
        "pledges": pledges,
        "processes": processes,
        "allocation": {"gap": 0, **maybe(draw, budget=draw.randint(5, 40) * 1_000_000)},
    }


def maybe(draw, probability=0.5, **entries):
    return entries if draw.random() < probability else {}


def capability(draw, number):
    return {
        "id": f"capability-{number}",
        "name": f"Capability {number}",
        "measure": draw.choice(["units", "airframes", "personnel"]),
        "category": draw.choice(["contingents", "formedPolice"]),
        **maybe(draw, serviceability=draw.choice([0.5, 0.67, 0.8])),
    }


def substitutions(draw, capabilities):
    first, second = capabilities[0]["id"], capabilities[1]["id"]
    entry = {"of": first, "for": second, "effectiveness": draw.choice([0.5, 0.8])}
    return [entry] if draw.random() < 0.5 else []


def mission(draw, number):
    ceiling = draw.randint(800, 3000)
    return {
        "id": f"mission-{number}",
        "name": f"Mission {number}",
        "weight": draw.choice([1, 1.5, 2]),
        "ceilings": {"military": ceiling, "police": draw.randint(200, 900)},
        "present": {"military": draw.randint(0, ceiling), "police": draw.randint(0, 200)},
        **maybe(draw, budget={"total": draw.randint(2, 20) * 1_000_000}),
    }


def need(draw, number, missions, capabilities):
    start = draw.randint(0, DAYS // 2)
    kind = draw.choice(capabilities)
    usual = 200 if kind["measure"] == "personnel" else 1
    return {
        "id": f"need-{number}",
        "mission": draw.choice(missions)["id"],
        "capability": kind["id"],
        "quantity": usual * draw.randint(1, 4),
        "from": start,
        "until": draw.randint(start + 30, DAYS),
        "weight": draw.choice([1, 2, 3, 5]),
        **maybe(draw, 0.3, counted="serviceable"),
        **maybe(draw, 0.3, accepts={"attributes": ["night-vision"]}),
    }


def pledge(draw, number, contributors, capabilities, missions, processes):
    kind = draw.choice(capabilities)
    units = draw.randint(1, 3)
    start = draw.randint(0, DAYS // 2)
    people = units * draw.randint(40, 600)
    return {
        "id": f"pledge-{number}",
        "contributor": draw.choice(contributors)["id"],
        "capability": kind["id"],
        "quantity": people if kind["measure"] == "personnel" else units * draw.randint(1, 2),
        "units": units,
        "from": start,
        "personnel": people,
        "cost": {"deployment": draw.randint(0, 5) * 500_000, "perDay": draw.randint(0, 5) * 4_000},
        **maybe(draw, until=draw.randint(start + 60, DAYS + 60)),
        **maybe(draw, tourDays=draw.choice([90, 180])),
        **maybe(draw, 0.6, process=draw.choice(processes)["id"]),
        **maybe(draw, attributes=["night-vision"]),
        **maybe(draw, 0.3, missions={"except": [draw.choice(missions)["id"]]}),
    }


def process(draw, number):
    low = draw.randint(5, 30)
    return {
        "id": f"process-{number}",
        "stages": [
            {"id": "decision", "days": {"triangular": [low, low + 20, low + 60]}},
            {"id": "preparation", "days": draw.randint(10, 40), "after": ["decision"]},
            {"id": "agreement", "days": {"uniform": [10, 60]}, "after": ["decision"]},
        ],
    }
