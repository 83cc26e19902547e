"""Compares the optima of hard random scenarios' linear programs, by every means, with HiGHS's.

    relaxations.py MEASURE [--count N] [--first SEED] [--keep FOLDER]

Sifting, the interior point and the plain simplex method have to come to HiGHS's optimum within 1e-7 of it, and
each to prove it by its certificate: of the gap, and of the cost at nearly the smallest gap. Prints the seed of each
that differs. Exit status 0 where all agree. An optimum of the cost that says itself that it is not proved, as with
weights and costs over twelve orders of magnitude, is counted but is no difference: plans claim nothing of their cost.
"""

import argparse
import json
import math
import pathlib
import subprocess
import sys
import tempfile

import highspy

from hard_scenarios import scenario

MEANS = ("plain", "sifting", "interior")
# Of optima. Certificates are held to it, too.
TOLERANCE = 1e-7
BATCH = 50


def highs(path, presolve="choose"):
    """HiGHS's optimum; not a number where it has none."""
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("presolve", presolve)
    for name in ("primal_feasibility_tolerance", "dual_feasibility_tolerance"):
        solver.setOptionValue(name, 1e-9)
    if solver.readModel(path) == highspy.HighsStatus.kError:
        raise SystemExit(f"HiGHS cannot read {path}")
    solver.run()
    is_optimal = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return solver.getInfo().objective_function_value if is_optimal else math.nan


def agree(one, other):
    return abs(one - other) <= TOLERANCE * max(1.0, abs(one), abs(other))


def differences(found):
    """Where a means disagrees with HiGHS, or does not prove what it says."""
    if "error" in found:
        return [found["error"]]
    gap, cost = found["levels"]
    told = [f"gap: {difference}" for difference in doubts(gap)]
    return told + [f"cost: {difference}" for difference in doubts(cost) if not is_unproved(cost)]


def is_unproved(level):
    """Whether no means claims to have proved the level's optimum."""
    return not any(level[means].get("isProved", True) for means in MEANS)


def doubts(level):
    """The same of one level's program."""
    theirs = highs(level["mps"])
    if not all(agree(level[means].get("objective", math.nan), theirs) for means in MEANS):
        # HiGHS may lose an optimum in its presolve.
        theirs = min((theirs, highs(level["mps"], "off")), key=lambda optimum: (math.isnan(optimum), optimum))
    for means in MEANS:
        own = level[means]
        if "failure" in own:
            yield f"{means}: {own['failure']}"
        elif not agree(own["objective"], theirs):
            yield f"{means}: {own['objective']!r}, HiGHS {theirs!r}"
        elif not own["isProved"]:
            yield f"{means}: no certificate, bound {own['bound']!r} under {own['objective']!r}"
        elif not agree(own["bound"], theirs):
            yield f"{means}: certified {own['bound']!r}, HiGHS {theirs!r}"


def solved(measure, seeds, folder):
    """What every means says of each seed's program."""
    files = []
    for seed in seeds:
        path = folder / f"{seed}.json"
        path.write_text(json.dumps(scenario(seed), indent=2), encoding="utf-8")
        files.append(str(path))
    command = [measure, "compare-means", *files]
    run = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("measure")
    parser.add_argument("--count", type=int, default=500, metavar="N")
    parser.add_argument("--first", type=int, default=1, metavar="SEED")
    parser.add_argument("--keep", metavar="FOLDER", help="leave scenarios and models there")
    arguments = parser.parse_args()
    failed, unproved, columns = 0, 0, []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(arguments.keep or name)
        folder.mkdir(parents=True, exist_ok=True)
        end = arguments.first + arguments.count
        for first in range(arguments.first, end, BATCH):
            seeds = range(first, min(first + BATCH, end))
            for seed, found in zip(seeds, solved(arguments.measure, seeds, folder)):
                columns += [level["columns"] for level in found.get("levels", [])]
                unproved += is_unproved(found["levels"][1]) if "levels" in found else 0
                told = differences(found)
                failed += bool(told)
                for difference in told:
                    print(f"seed {seed}: {difference}", file=sys.stderr, flush=True)
    print(
        f"{arguments.count - failed} of {arguments.count} scenarios have the same optima of gap and cost by every "
        f"means and by HiGHS; programs of {min(columns)} to {max(columns)} columns, {unproved} costs not proved")
    return 0 if failed == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
