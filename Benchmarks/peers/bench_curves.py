"""How costs grow with the work: curves with fitted exponents. Standard library only.

MOST=1000 in the environment bounds the pledges of the largest model, REPLICATIONS=1e7 the longest run;
PARTS="allocator timeline" says whose.
"""

import json
import os
import statistics
import sys
import tempfile

import ours
import report

MOST = int(os.environ.get("MOST", "1000"))
REPLICATIONS = int(float(os.environ.get("REPLICATIONS", "1e7")))
PARTS = os.environ.get("PARTS", "allocator timeline").split()
SIZE = {"--pledges": 100, "--missions": 3, "--capabilities": 20, "--periods": 12}


def model(folder, **changes):
    options = dict(SIZE)
    for key, value in changes.items():
        options["--" + key] = value
    texts = [text for pair in options.items() for text in pair]
    return ours.write(os.path.join(folder, "model.json"), "write-model", *texts)


def costs(folder, phases, **changes):
    path = model(folder, **changes)
    return [ours.measure("phase", phase, path, "--repeats", 3) for phase in phases]


def processor(found):
    return statistics.median(found["processor"])


def allocator_curve(folder, name, key, values):
    phases = ["load", "build", "relax"]
    found = [costs(folder, phases, **{key: value}) for value in values]
    rows = []
    for number, phase in enumerate(phases):
        seconds = [max(1e-6, processor(each[number])) for each in found]
        rows.append([f"{phase}, {name}"] + [f"{second:.3g}" for second in seconds]
                    + [f"{report.exponent(values, seconds):.2f}"])
    print(rows, file=sys.stderr, flush=True)
    titles = [f"seconds of processors at {name}"] + [f"{value:,}" for value in values] + ["exponent"]
    return report.table(titles, rows)


def timeline_curve(path_of, name, values, options):
    seconds, peaks = [], []
    for value in values:
        path, replications = path_of(value), options(value)
        found = ours.measure(
            "timeline", path, "--replications", replications, "--threads", 1, "--repeats", 1)
        seconds.append(processor(found))
        peaks.append(found["peakBytes"] / 1e6)
    rows = [["seconds of one processor"] + [f"{second:.3g}" for second in seconds]
            + [f"{report.exponent(values, seconds):.2f}"],
            ["peak, MB"] + [f"{peak:.0f}" for peak in peaks] + [f"{report.exponent(values, peaks):.2f}"]]
    print(rows, file=sys.stderr, flush=True)
    return report.table([name] + [f"{value:,}" for value in values] + ["exponent"], rows)


def allocator(folder):
    pledges = [value for value in (100, 200, 400, 1000, 2000, 4000, 10000) if value <= MOST]
    parts = [
        "### Pledges\n\n" + allocator_curve(folder, "pledges", "pledges", pledges),
        # Ten times the needs: ten times the kinds of units that each mission needs some of.
        "### Needs\n\n" + allocator_curve(folder, "capabilities", "capabilities", [20, 50, 100, 200]),
        "### Periods\n\n" + allocator_curve(folder, "periods", "periods", [12, 18, 24]),
    ]
    report.put(
        "How costs grow", "The generated model of 100 pledges, 3 missions, 20 capabilities and 12 periods, with "
        "one of these larger; costs grow as size to the power of the exponent.\n\n" + "\n".join(parts))


def with_pools_of_thirty(text):
    """The same units, but each thirty wait for two carriers of their own."""
    scenario = json.loads(text)
    (pool,), (process,) = scenario["lift"], scenario["processes"]
    scenario["lift"], scenario["processes"] = [], []
    for number, pledge in enumerate(scenario["pledges"]):
        group = number // 30
        if number % 30 == 0:
            scenario["lift"].append({**pool, "id": f"aircraft{group}", "carriers": 2})
            stages = [{**stage, "lift": f"aircraft{group}"} if "lift" in stage else stage for stage in process["stages"]]
            scenario["processes"].append({**process, "id": f"deployment{group}", "stages": stages})
        pledge["process"] = f"deployment{group}"
    return json.dumps(scenario)


def timeline(folder):
    thirty = ours.write(os.path.join(folder, "thirty.json"), "write-units", 30)
    many = lambda units: ours.write(os.path.join(folder, "units.json"), "write-units", units)
    apart = lambda units: ours.write(os.path.join(folder, "apart.json"), "write-units", units, edit=with_pools_of_thirty)
    replications = [value for value in (10_000, 100_000, 1_000_000, 10_000_000) if value <= REPLICATIONS]
    parts = [
        "### Replications, 30 units of 8 stages\n\n" + timeline_curve(
            lambda _: thirty, "replications", replications, lambda value: value),
        "### Units, 20,000 replications\n\n" + timeline_curve(
            many, "units", [30, 90, 300, 999], lambda _: 20_000),
        "### Units, a pool of two carriers for each thirty, 20,000 replications\n\n" + timeline_curve(
            apart, "units", [30, 90, 300, 990], lambda _: 20_000),
    ]
    report.put(
        "How the timeline's cost grows", "Units of eight stages, two carriers for every thirty, on one thread; "
        "costs grow as size to the power of the exponent. One queue of all units has to be sorted, and served by ever "
        "more carriers; pools of thirty have not.\n\n" + "\n".join(parts))


def main():
    with tempfile.TemporaryDirectory() as folder:
        for part in PARTS:
            {"allocator": allocator, "timeline": timeline}[part](folder)


if __name__ == "__main__":
    main()
