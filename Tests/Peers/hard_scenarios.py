"""Random scenarios made hard for a solver of linear programs: badly scaled, degenerate, or next to empty."""

import copy
import random

import random_scenarios


def scenario(seed):
    """One scenario with every kind of limit, often more of all, and now and then a hardship."""
    draw = random.Random(1_000_003 * seed)
    document = random_scenarios.scenario(seed)
    if draw.random() < 0.7:
        more_of_all(draw, document)
    for hardship in (scales, twins, weightless, homeless, no_room, all_tied):
        if draw.random() < 0.25:
            hardship(draw, document)
    # The generator's copies may share parts.
    return copy.deepcopy(document)


def more_of_all(draw, document):
    """Several times as many needs and pledges, so that rows are many enough to be differenced and sifted."""
    for kind in ("needs", "pledges"):
        copies = draw.randint(1, 5)
        document[kind] += [
            changed(draw, entry, number) for number in range(copies) for entry in list(document[kind])
            if draw.random() < 0.8 and "-copy-" not in entry["id"]
        ]


def changed(draw, entry, number):
    """A like entry under another name, on other days and of another weight or cost."""
    other = copy.deepcopy(entry)
    other["id"] += f"-copy-{number}"
    other.pop("enabledBy", None)
    if "weight" in other:
        other["weight"] = draw.choice([1, 2, 3, 5])
    if "cost" in other:
        other["cost"]["perDay"] = draw.randint(0, 5) * 4_000
        other["from"] = draw.randint(0, other["from"])
    return other


def scales(draw, document):
    """Figures from 1e-4 to 1e8 side by side."""
    for entry in document["needs"]:
        entry["weight"] = draw.choice([1e-4, 1, 1e4])
    for entry in document["pledges"]:
        entry["cost"] = {"deployment": draw.choice([1e-2, 1, 1e8]), "perDay": draw.choice([1e-4, 1, 1e5])}


def twins(draw, document):
    """Pledges and needs that come twice."""
    for kind in ("needs", "pledges"):
        for entry in draw.sample(document[kind], min(3, len(document[kind]))):
            document[kind].append({**copy.deepcopy(entry), "id": entry["id"] + "-twin"})


def weightless(draw, document):
    """Needs of no weight: their shortfalls cost nothing."""
    for entry in draw.sample(document["needs"], len(document["needs"]) // 2):
        entry["weight"] = 0
        entry.pop("tiers", None)


def homeless(draw, document):
    """Pledges that fit nowhere, and needs that nobody fits: rows without entries."""
    for entry in draw.sample(document["pledges"], len(document["pledges"]) // 2):
        entry["missions"] = {"only": []}
    for entry in draw.sample(document["needs"], len(document["needs"]) // 3):
        entry.setdefault("accepts", {})["attributes"] = ["nobody-has-it"]


def no_room(draw, document):
    """Every limit 0."""
    document["allocation"]["budget"] = 0
    for entry in document["missions"]:
        entry["budget"] = {"total": 0}
        entry["ceilings"] = {"military": 0, "police": 0}
        entry["present"] = {"military": 0, "police": 0}
        for share in ("presentSpeakers", "presentWomen"):
            entry.pop(share, None)


def all_tied(draw, document):
    """Needs and pledges without any difference but their names."""
    for entry in document["needs"]:
        entry.update({"from": 0, "until": random_scenarios.DAYS, "weight": 1})
    for entry in document["pledges"]:
        entry.update({"from": 0, "cost": {"deployment": 1_000_000, "perDay": 1_000}})

