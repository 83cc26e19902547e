"""Mistakes: what each is called, and the changes that make it of a scenario with every key.

A change is a path and the new value; a path is keys and numbers with dots between. `REMOVE` takes the key away.
"""

import re

REMOVE = object()

# What a schema can see.
BOTH = [
    # Keys
    ("no format version", ("formatVersion", REMOVE)),
    ("no identifier", ("id", REMOVE)),
    ("an identifier that is null", ("id", None)),
    ("no first day", ("dayZero", REMOVE)),
    ("no horizon", ("horizon", REMOVE)),
    ("a need without quantity", ("needs.0.quantity", REMOVE)),
    ("a required key that is null", ("needs.0.quantity", None)),
    ("a pledge without contributor", ("pledges.0.contributor", REMOVE)),
    ("a process without stages", ("processes.0.stages", REMOVE)),
    ("a law with one parameter missing", ("processes.0.stages.0.days", {"lognormal": {"median": 60}})),
    ("an unknown key at the top", ("mission", [])),
    ("a mistyped key", ("needs.0.wieght", 5)),
    ("a mistyped key deep inside", ("pledges.0.cost.byMission.unmiss.deploiment", 1)),
    ("an unknown key in a law", ("lift.0.cycleDays.shfit", 1)),
    ("an unknown law", ("lift.0.cycleDays", {"binomial": [1, 2]})),
    ("two laws at once", ("lift.0.cycleDays.fixed", 2)),
    ("a law without a name", ("lift.0.cycleDays", {"shift": 2})),
    ("a gate that opens in two ways", ("gates.0.opensWithCoverage", {"need": "medevac", "atLeast": 1})),
    ("a gate that never opens", ("gates.0.opens", REMOVE)),
    ("a risk without effect", ("risks.0.effect", {})),
    ("a risk with two effects", ("risks.0.effect.cancel", True)),
    ("a lift support without pool", ("supports.1.pool", REMOVE)),
    ("a training support without capacity", ("supports.0.capacity", REMOVE)),
    ("carriers offered as training", ("supports.0.carriers", 2)),
    ("people of a rotation", ("packages.0.personnel", 600)),
    ("an overlap of what comes together", ("packages.1.overlapDays", 7)),
    ("one promise without people", ("packages.2.personnel", REMOVE)),
    ("a ban for a need and a mission", ("allocation.bans.0.need", "medevac")),
    # Types
    ("a scenario that is a list of needs", ("needs", {"medevac": {}})),
    ("a number in quotes", ("needs.0.quantity", "2")),
    ("a name that is a number", ("missions.0.name", 7)),
    ("a list where one is meant", ("needs.0.mission", ["minusma"])),
    ("one where a list is meant", ("pledges.0.attributes", "night-vision")),
    ("yes instead of true", ("pledges.0.shared", "yes")),
    ("a set of languages as a list", ("pledges.0.languages", ["en", "fr"])),
    ("a length of time in words", ("processes.0.stages.6.days", "a week")),
    ("a number as source", ("needs.0.source", 2017)),
    ("a note that is no text", ("notes", {"text": "Made up."})),
    ("a list in no file", ("pledges", {"csv": 7})),
    ("a set of changes that is a list", ("overrides.slow-consent", [])),
    # Names
    ("a blank in an identifier", ("id", "the whole")),
    ("an empty identifier", ("needs.0.id", "")),
    ("a measure that does not exist", ("capabilities.0.measure", "planes")),
    ("a category that does not exist", ("capabilities.0.category", "soldiers")),
    ("a ceiling of a category that does not exist", ("missions.0.ceilings.soldiers", 7)),
    ("a readiness that does not exist", ("pledges.0.readiness", "level9")),
    ("a way to count that does not exist", ("needs.0.counted", "all")),
    ("a kind of package that does not exist", ("packages.0.kind", "roulement")),
    ("a kind of support that does not exist", ("supports.0.kind", "money")),
    ("a way of lift that does not exist", ("lift.0.mode", "rail")),
    ("a language by its name", ("missions.0.languages", ["French"])),
    ("a spoken language by its name", ("pledges.0.languages.French", 0.5)),
    ("a source of a key that does not exist", ("missions.0.source.ceiling", "S/RES/2364")),
    ("a name twice in a list", ("pledges.0.attributes", ["medevac", "medevac"])),
    ("a season that is neither factor nor closed", ("processes.0.stages.6.season.rains", "shut")),
    ("a control character in a text", ("title", "red \u001b[31m")),
    # Numbers
    ("another format version", ("formatVersion", 2)),
    ("a negative quantity", ("needs.0.quantity", -2)),
    ("a need of nothing", ("needs.0.quantity", 0)),
    ("half a day", ("horizon.days", 720.5)),
    ("a horizon of no days", ("horizon.days", 0)),
    ("a probability above 1", ("pledges.0.probability", 1.5)),
    ("a chance in per cent", ("risks.0.probability", 20)),
    ("a negative weight", ("needs.0.weight", -1)),
    ("half an element", ("pledges.0.units", 1.5)),
    ("a latitude beyond the pole", ("missions.0.sites.0.latitude", 91)),
    ("a longitude beyond the date line", ("missions.0.sites.0.longitude", -181)),
    ("no carrier", ("lift.0.carriers", 0)),
    ("a negative seed", ("simulation.seed", -1)),
    ("no replication", ("simulation.replications", 0)),
    ("no standard", ("simulation.standards", [])),
    ("a standard twice", ("simulation.standards", [30, 30])),
    ("a percentile of 100", ("allocation.planningPercentile", 100)),
    ("a limit of less than no time", ("allocation.timeLimitSeconds", -1)),
    ("a precision of one half", ("simulation.precision", 0.5)),
    ("a negative length of time", ("processes.0.stages.6.days", -1)),
    ("a law that may be negative", ("processes.0.stages.6.days", {"uniform": [-5, 5]})),
    ("a law of two points too many", ("lift.0.cycleDays", {"triangular": [1, 2, 3, 4]})),
    ("an observed value missing", ("lift.0.cycleDays", {"empirical": []})),
    ("a Weibull shape out of range", ("lift.0.cycleDays", {"weibull": {"shape": 0.1, "scale": 1}})),
    ("a package of nobody", ("packages.0.members", [])),
    # Days
    ("a month that does not exist", ("dayZero", "2017-13-01")),
    ("a date in another order", ("needs.0.from", "01.07.2018")),
    ("part of a day", ("needs.0.until", 700.5)),
    ("a day too far away", ("needs.0.from", 2000000)),
    ("a season without a day", ("missions.0.seasons.0.from", "June")),
]

# What only the reader can see: it hangs on other entries, on the calendar, or on several figures together.
READER = [
    ("a day that no year has", ("dayZero", "2017-02-30")),
    ("a day of the year that no year has", ("missions.0.seasons.0.from", "02-30")),
    ("a mission that does not exist", ("needs.0.mission", "minsuma")),
    ("a capability that does not exist", ("needs.0.capability", "submarine")),
    ("a contributor that does not exist", ("pledges.0.contributor", "ZZZ")),
    ("a process that does not exist", ("pledges.0.process", "unknown")),
    ("a stage that does not exist", ("processes.0.stages.1.after", ["decison"])),
    ("a site that does not exist", ("needs.0.site", "timbuktu")),
    ("an identifier twice", ("needs.1.id", "medevac")),
    ("stages in a circle", ("processes.0.stages.0.after", ["onward"])),
    ("two gates of one kind in a mission", ("gates.0.mission", "minusma")),
    ("a need that ends before it begins", ("needs.0.until", 100)),
    ("a need beyond the horizon", ("needs.0.from", 720)),
    ("a period longer than the horizon", ("horizon.periodDays", 721)),
    ("tiers that fall", ("needs.0.tiers.0.upTo", 3)),
    ("tiers that end elsewhere", ("needs.0.quantity", 3)),
    ("more women than people", ("pledges.0.women", 300)),
    ("more women present than people", ("missions.0.presentWomen.military", 20000)),
    ("parts that do not sum to 1", ("pledges.0.parts.0.share", 0.5)),
    ("points that do not rise", ("lift.0.cycleDays", {"triangular": [2, 1, 3]})),
    ("a 95th percentile below the median", ("processes.0.stages.0.days", {"lognormal": {"median": 60, "p95": 50}})),
    ("probabilities that do not sum to 1", ("trigger.onDay", {"discrete": [[1, 0.5], [2, 0.4]]})),
    ("a shift below zero", ("processes.0.stages.6.days", {"fixed": 3, "shift": -4})),
    ("a cycle of no days", ("lift.0.cycleDays", 0)),
    ("a capability that stands in for itself", ("substitutions.0.for", "armed-helicopter")),
    ("a need that enables itself", ("needs.0.enabledBy", ["medevac"])),
    ("a pin of more elements than there are", ("allocation.pins.0.units", 3)),
    ("a pin outside the horizon", ("allocation.pins.0.arrivalDay", -1)),
    ("a contributor both wanted and not", ("pledges.0.missions", {"only": ["unmiss"], "except": ["unmiss"]})),
    ("in place where it does not fit", ("pledges.1.inPlace", "hospital")),
    ("a member that is no member", ("packages.1.offsetDays", {"lka-engineers": 3})),
    ("two records of one day", ("pledges.0.history.1.recordedOn", "2016-09-08")),
    ("sent back to what comes later", ("risks.2.effect.sendBackTo", "onward")),
    ("a year without an open day", ("missions.0.seasons.0", {"id": "rains", "from": "01-01", "to": "12-31"}),
     ("processes.0.stages.6.season", {"rains": "closed"})),
]


def change(scenario, path, value):
    """Sets one value of a scenario, or takes a key away."""
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    parent = scenario
    for step in way:
        parent = parent[step]
    if value is REMOVE:
        del parent[last]
    else:
        parent[last] = value


def places(value, path="", seen=None):
    """A path to every place of a scenario; of places that differ in the number of an entry, those with new keys."""
    seen = set() if seen is None else seen
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, child in items:
        # Identifiers with a dot cannot be told from two steps.
        if "." in str(step):
            continue
        way = f"{path}.{step}" if path else str(step)
        place = re.sub(r"\.\d+", ".#", way)
        if place not in seen:
            seen.add(place)
            yield way
        yield from places(child, way, seen)
