"""Every phase of the work on every size: time, processor time, memory, allocations, simplex steps.

    bench_phases.py                measures, and fails where a threshold is passed
    bench_phases.py --update       measures, and writes the thresholds down
    bench_phases.py --compare BASE measures with the `measure` of BASE in turn, and prints the ratios

MODELS and PHASES in the environment choose some. Standard library only.
"""

import json
import os
import statistics
import sys
import tempfile

import ours
import report

FILE = os.path.join(ours.ROOT, "Benchmarks", "thresholds.json")
# What does not depend on the machine may grow by so much before the run fails: threads share work out
# differently from run to run.
SLACK = 1.05
COUNTED = ["iterations", "allocations", "allocatedBytes"]
MODELS = {
    "shipped": None,
    "100": (100, 3, 20, 12), "200": (200, 13, 30, 24), "400": (400, 13, 30, 24), "1000": (1000, 10, 30, 24),
}
# Phase, its options, its repeats, and the largest model that it is measured on.
PHASES = [
    ("load", [], 5, "1000"), ("check", [], 5, "1000"), ("build", [], 3, "1000"), ("relax", [], 3, "1000"),
    ("whole", ["--time-limit", 5], 1, "200"), ("resolve", ["--changes", 10], 3, "200"),
    ("ask", ["--time-limit", 60], 1, "200"), ("frontier", ["--time-limit", 60], 1, "100"),
    ("simulate", ["--replications", 10_000, "--time-limit", 5], 3, "200"),
    ("simulate-million", ["--replications", 1_000_000, "--time-limit", 5], 1, "shipped"),
    ("render", [], 3, "shipped"),
]
ORDER = list(MODELS)


def path_of(folder, model):
    if model == "shipped":
        return os.path.join(ours.ROOT, "Scenarios", "vancouver-2017.json")
    path = os.path.join(folder, model + ".json")
    if not os.path.exists(path):
        size = MODELS[model.removesuffix("off")]
        names = ["--pledges", "--missions", "--capabilities", "--periods"]
        options = [text for pair in zip(names, size) for text in pair]
        ours.write(path, "write-model", *options, *(["--off-grid"] if model.endswith("off") else []))
    return path


def cases():
    chosen = os.environ.get("PHASES", "").split()
    models = os.environ.get("MODELS", "shipped 100 100off 200 200off 400 400off 1000 1000off").split()
    for phase, options, repeats, largest in PHASES:
        if chosen and phase not in chosen:
            continue
        for model in models:
            if ORDER.index(model.removesuffix("off")) <= ORDER.index(largest):
                yield phase, model, options, repeats


def measured(folder, phase, model, options, repeats):
    name = phase.split("-")[0]
    if phase == "frontier" and model == "shipped":
        # Its pledges have no costs for all missions together to be limited.
        return None
    try:
        return ours.measure("phase", name, path_of(folder, model), "--repeats", repeats, *options)
    except Exception as error:  # one phase less is no reason to lose the others
        print(f"{phase}, {model}: {error}", file=sys.stderr)
        return None


def row_of(phase, model, found):
    whole = lambda key: f"{found[key]:,}" if key in found else "-"
    if "changes" in found:
        wall = [change["wall"] for change in found["changes"]]
        return [phase, model, f"{statistics.median(wall):.3g}", "-",
                f"{found['peakBytes'] / 1e6:.0f}", "-", "-", "-"]
    return [phase, model, report.spread(found["wall"]), f"{statistics.median(found['processor']):.3g}",
            f"{found['peakBytes'] / 1e6:.0f}", whole("allocations"), f"{found.get('allocatedBytes', 0) / 1e6:.3g}",
            whole("iterations")]


def thresholds():
    try:
        with open(FILE, encoding="utf-8") as file:
            return json.load(file)
    except FileNotFoundError:
        return {}


def passed(name, found, limits):
    """What has grown beyond its threshold, in words."""
    known = limits.get(name, {})
    return [
        f"{name}: {found[key]:,} {key}, threshold {known[key]:,}"
        for key in COUNTED if key in found and key in known and found[key] > known[key] * SLACK]


def main():
    update, base = "--update" in sys.argv, None
    if "--compare" in sys.argv:
        base = sys.argv[sys.argv.index("--compare") + 1]
    limits, rows, failures = thresholds(), [], []
    with tempfile.TemporaryDirectory() as folder:
        for phase, model, options, repeats in cases():
            found = measured(folder, phase, model, options, repeats)
            if found is None:
                continue
            row = row_of(phase, model, found)
            if base:
                own, ours.MEASURE = ours.MEASURE, base
                before = measured(folder, phase, model, options, repeats)
                ours.MEASURE = own
                row += ratios(before, found)
            else:
                name = f"{phase}, {model}"
                failures += passed(name, found, limits)
                if update and "allocations" in found and not phase.startswith(("whole", "ask", "frontier")):
                    limits[name] = {key: found[key] for key in COUNTED if key in found}
            rows.append(row)
            print(" | ".join(map(str, row)), file=sys.stderr, flush=True)
    titles = ["phase", "model", "seconds", "of processors", "peak, MB", "allocations", "MB asked for",
              "simplex steps"]
    if base:
        titles += ["seconds of processors, now to before", "allocations", "steps"]
        print(report.table(titles, rows))
        return
    report.put(
        "Phases", report.table(titles, rows) + "\nTwo threads. Peak memory is the process's, reading included; "
        "allocations are those of one run. `off`: days off the grid of periods. Of what is solved again the "
        "median over changes.")
    if update:
        with open(FILE, "w", encoding="utf-8") as file:
            json.dump(limits, file, indent=1, sort_keys=True)
            file.write("\n")
    elif failures:
        sys.exit("\n".join(failures))


def ratios(before, now):
    if before is None:
        return ["-", "-", "-"]
    share = lambda key: f"{now[key] / before[key]:.3f}" if before.get(key) else "-"
    seconds = "-"
    if before["processor"]:
        seconds = f"{statistics.median(now['processor']) / statistics.median(before['processor']):.3f}"
    return [seconds, share("allocations"), share("iterations")]


if __name__ == "__main__":
    main()
