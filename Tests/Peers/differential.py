"""Checks the plans of many random scenarios against HiGHS, and against the rows of the method.

    differential.py SIMRUN CHECK_PLANS [--count N] [--first SEED]

Each scenario is planned with whole units and without; HiGHS solves the exported model, and CHECK_PLANS, which
shares no code with the allocator, recounts the plan from the scenario. Prints the seed of each that is not
confirmed and how many were; `--first SEED --count 1 --keep FILE.json` writes one out to look at. Exit status 0
where all agree.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

from check_with_highs import ask_highs, claims
from random_scenarios import scenario


def plan(simrun, file, model, results, fractional):
    """Runs the command; what it says on standard error where it fails, else nothing."""
    command = [simrun, "allocate", file, "--export-model", model, "--json", results, "--quiet"]
    command += ["--fractional"] if fractional else []
    run = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    return f"exit status {run.returncode}: {run.stderr.strip()}" if run.returncode else None


def names(seed, fractional, folder):
    """Where the scenario, its model and its results stand."""
    stem = f"{seed}{'-fractional' if fractional else ''}"
    return [str(folder / f"{stem}{end}") for end in (".scenario.json", ".mps", ".results.json")]


def check(simrun, seed, fractional, folder):
    """Everything on which the two solvers, or a plan and its own words, disagree."""
    file, model, results = names(seed, fractional, folder)
    pathlib.Path(file).write_text(json.dumps(scenario(seed), indent=2), encoding="utf-8")
    failure = plan(simrun, file, model, results, fractional)
    if failure:
        return [failure]
    if not (pathlib.Path(model).exists() and pathlib.Path(results).exists()):
        return ["simrun wrote no model or no results"]
    allocation = json.loads(pathlib.Path(results).read_text(encoding="utf-8"))["allocation"]
    _, found = ask_highs(model, allocation, fractional, 60.0)
    pathlib.Path(model).unlink()
    return [*claims(allocation), *found]


def recount(check_plans, seeds, fractional, folder):
    """Whether every plan that was written keeps the rows of the method; what is wrong is printed."""
    pairs = []
    for seed in seeds:
        file, _, results = names(seed, fractional, folder)
        if pathlib.Path(results).exists():
            pairs += [file, results]
    command = [check_plans, *(["--fractional"] if fractional else []), *pairs]
    return subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("simrun")
    parser.add_argument("check_plans")
    parser.add_argument("--count", type=int, default=2000, metavar="N")
    parser.add_argument("--first", type=int, default=1, metavar="SEED")
    parser.add_argument("--keep", metavar="FILE", help="write the first scenario there")
    arguments = parser.parse_args()
    if arguments.keep:
        text = json.dumps(scenario(arguments.first), indent=2)
        pathlib.Path(arguments.keep).write_text(text + "\n", encoding="utf-8")
    seeds = range(arguments.first, arguments.first + arguments.count)
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for seed in seeds:
            for fractional in (False, True):
                found = check(arguments.simrun, seed, fractional, folder)
                failed += bool(found)
                for difference in found:
                    print(f"seed {seed}{' fractional' if fractional else ''}: {difference}", file=sys.stderr)
        print(f"{2 * len(seeds) - failed} of {2 * len(seeds)} random plans confirmed by HiGHS", flush=True)
        kept = [recount(arguments.check_plans, seeds, fractional, folder) for fractional in (False, True)]
    return 0 if failed == 0 and all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
