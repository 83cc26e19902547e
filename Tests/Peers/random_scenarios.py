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
    document = {
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
    for rare in (enabling, parts, packages, lift, supports):
        if draw.random() < 0.35:
            rare(draw, document)
    return document


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
    military = draw.randint(0, ceiling)
    return {
        "id": f"mission-{number}",
        "name": f"Mission {number}",
        "weight": draw.choice([1, 1.5, 2]),
        "ceilings": {"military": ceiling, "police": draw.randint(200, 900)},
        "present": {"military": military, "police": draw.randint(0, 200)},
        "languages": ["fr"],
        **maybe(draw, budget={"total": draw.randint(2, 20) * 1_000_000}),
        **maybe(draw, 0.3, languageShare=0.3, presentSpeakers=draw.randint(0, min(military, 500))),
        **maybe(
            draw,
            0.3,
            womenShare={"contingents": 0.08},
            presentWomen={"military": draw.randint(0, min(military, 150))},
        ),
    }


def need(draw, number, missions, capabilities):
    start = draw.randint(0, DAYS // 2)
    kind = draw.choice(capabilities)
    usual = 200 if kind["measure"] == "personnel" else 1
    quantity = usual * draw.randint(1, 4)
    tiers = [{"upTo": quantity / 2, "weight": 6}, {"upTo": quantity, "weight": draw.choice([1, 2])}]
    return {
        "id": f"need-{number}",
        "mission": draw.choice(missions)["id"],
        "capability": kind["id"],
        "quantity": quantity,
        "from": start,
        "until": draw.randint(start + 30, DAYS),
        "weight": draw.choice([1, 2, 3, 5]),
        **maybe(draw, 0.3, counted="serviceable"),
        **maybe(draw, 0.3, accepts={"attributes": ["night-vision"]}),
        **maybe(draw, 0.3, tiers=tiers),
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
        "women": round(people * draw.choice([0.02, 0.1, 0.2])),
        "languages": draw.choice([{"fr": 1}, {"en": 1}, {"en": 0.8, "fr": 0.35}]),
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


def enabling(draw, document):
    """One need opens another, now and then in a chain or in a circle."""
    needs = document["needs"]
    needs[0]["enabledBy"] = [needs[1]["id"]]
    if draw.random() < 0.3:
        needs[1]["enabledBy"] = [needs[draw.choice([0, 2])]["id"]]


def parts(draw, document):
    """An advance party and a main body."""
    for entry in draw.sample(document["pledges"], 2):
        first = draw.choice([0.2, 0.5])
        entry["parts"] = [
            {"share": first, "lagDays": 0},
            {"share": 1 - first, "lagDays": draw.choice([10, 45])},
        ]


def packages(draw, document):
    """Two pledges that come together, take turns, or are two forms of one promise."""
    first, second = draw.sample(document["pledges"], 2)
    kind = draw.choice(["all-or-nothing", "rotation", "at-most"])
    details = {
        "all-or-nothing": {"offsetDays": {first["id"]: draw.choice([0, 14])}},
        "rotation": {"overlapDays": draw.choice([0, 7])},
        "at-most": {"personnel": max(first["personnel"], second["personnel"])},
    }
    if kind == "rotation":
        second["capability"] = first["capability"]
        first["tourDays"] = 120
    document["packages"] = [
        {"id": "package", "kind": kind, "members": [first["id"], second["id"]], **details[kind]}
    ]


def lift(draw, document):
    """A pool of carriers that the second process flies with."""
    pool = {"id": "air", "mode": "air", "carriers": draw.randint(1, 2), "payloadTonnes": 80, "seats": 250}
    document["lift"] = [{**pool, "cycleDays": draw.choice([2, 4])}]
    stages = document["processes"][1]["stages"]
    stages.append({"id": "flight", "lift": "air", "after": ["preparation", "agreement"]})
    stages.append({"id": "onward", "days": draw.randint(0, 10), "after": ["flight"]})
    for entry in document["pledges"]:
        entry["tonnes"] = entry["units"] * draw.randint(0, 900)
        if draw.random() < 0.5:
            entry["process"] = "process-1"
    if draw.random() < 0.5:
        document.setdefault("supports", []).append(
            {"id": "carriers", "kind": "lift", "pool": "air", "carriers": 1, "from": 90, "until": 200}
        )


def supports(draw, document):
    """Trainers that make some pledges faster, and ready for what asks for it."""
    document.setdefault("supports", []).append(
        {
            "id": "trainers",
            "kind": "training",
            "capacity": draw.randint(1, 2),
            "for": {"capabilities": [document["capabilities"][0]["id"]]},
            "effect": {"stage": "preparation", "factor": 0.5},
            "raisesReadinessTo": "level2",
        }
    )
    for entry in document["needs"]:
        if draw.random() < 0.3:
            entry.setdefault("accepts", {})["readiness"] = "level1"
