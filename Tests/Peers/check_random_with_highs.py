"""Checks the plans of many random scenarios against HiGHS.

    check_random_with_highs.py SIMRUN [--count N] [--first SEED]

Each scenario is planned with whole units and without. Prints the seed of each that is not confirmed and how
many were; `--first SEED --count 1 --keep FILE.json` writes one out to look at. Exit status 0 where all agree.
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


def check(simrun, seed, fractional, folder):
    """Everything on which the two solvers, or a plan and its own words, disagree."""
    file, model, results = (str(folder / name) for name in ("scenario.json", "model.mps", "results.json"))
    for old in (model, results):
        pathlib.Path(old).unlink(missing_ok=True)
    pathlib.Path(file).write_text(json.dumps(scenario(seed), indent=2), encoding="utf-8")
    failure = plan(simrun, file, model, results, fractional)
    if failure:
        return [failure]
    if not (pathlib.Path(model).exists() and pathlib.Path(results).exists()):
        return ["simrun wrote no model or no results"]
    allocation = json.loads(pathlib.Path(results).read_text(encoding="utf-8"))["allocation"]
    _, found = ask_highs(model, allocation, fractional, 60.0)
    return [*claims(allocation), *found]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("simrun")
    parser.add_argument("--count", type=int, default=500, metavar="N")
    parser.add_argument("--first", type=int, default=1, metavar="SEED")
    parser.add_argument("--keep", metavar="FILE", help="write the first scenario there")
    arguments = parser.parse_args()
    if arguments.keep:
        text = json.dumps(scenario(arguments.first), indent=2)
        pathlib.Path(arguments.keep).write_text(text + "\n", encoding="utf-8")
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        for seed in range(arguments.first, arguments.first + arguments.count):
            for fractional in (False, True):
                found = check(arguments.simrun, seed, fractional, pathlib.Path(name))
                failed += bool(found)
                for difference in found:
                    print(f"seed {seed}{' fractional' if fractional else ''}: {difference}", file=sys.stderr)
    print(f"{2 * arguments.count - failed} of {2 * arguments.count} random plans confirmed by HiGHS")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
