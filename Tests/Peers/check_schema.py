"""Holds the scenario's schema and the reader against each other, with the `jsonschema` package in between.

    check_schema.py [--all] SIMRUN SCHEMA WHOLE SCENARIO...

WHOLE is a scenario with every key of the format. Every scenario must pass the schema. Every broken copy of
WHOLE in `broken_scenarios.py` must be refused by both, or by the reader alone where it alone can see the
mistake. Then every place of WHOLE in turn is given values that do not belong there, three each, or all with
`--all`: what the schema refuses, the reader must refuse, and what the reader refuses in words that a schema has
too, the schema must refuse.
"""

import copy
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from jsonschema import Draft202012Validator

from broken_scenarios import BOTH, READER, change, places

REFUSED = 65
# The reader's words for what a schema can say as well.
SCHEMA_WORDS = re.compile(
    r"unknown key|this key is required|expected .*, found|is not one of|is not an identifier"
    r"|is not a language code|is not a whole number|control character"
)
# Values that belong hardly anywhere.
MISFITS = [True, -2e6, 0.123, 1e16, "no such name", "2017-13-40", [], [7], {}, {"strange": 1}]


class Peers:
    """The schema and the reader, asked the same question."""

    def __init__(self, simrun, schema, folder):
        Draft202012Validator.check_schema(schema)
        self.validator = Draft202012Validator(schema)
        self.simrun = simrun
        self.file = Path(folder) / "scenario.json"

    def schema_refuses(self, scenario):
        return not self.validator.is_valid(scenario)

    def reader_says(self, scenario):
        """What the reader says, or nothing where it accepts."""
        self.file.write_text(json.dumps(scenario), encoding="utf-8")
        ended = subprocess.run(
            [self.simrun, "check", self.file], capture_output=True, text=True, check=False
        )
        if ended.returncode not in (0, REFUSED):
            raise SystemExit(f"simrun check ended with status {ended.returncode}:\n{ended.stderr}")
        return ended.stderr if ended.returncode == REFUSED else ""


def load(path):
    return json.loads(Path(path).read_text(encoding="utf-8"))


def check_shipped(peers, paths):
    """Every scenario passes, and every file that scenarios include."""
    for path in paths:
        for error in peers.validator.iter_errors(load(path)):
            yield f"{path}: {error.json_path}: {error.message[:200]}"


def check_listed(peers, whole):
    """Every mistake is refused by those who can see it."""
    if peers.schema_refuses(whole) or peers.reader_says(whole):
        yield "the scenario to begin from is refused"
    for is_seen_by_schema, mistakes in ((True, BOTH), (False, READER)):
        for title, *changes in mistakes:
            broken = copy.deepcopy(whole)
            for path, value in changes:
                change(broken, path, value)
            if peers.schema_refuses(broken) != is_seen_by_schema:
                yield f"{title}: the schema {'accepts' if is_seen_by_schema else 'refuses'} it"
            if not peers.reader_says(broken):
                yield f"{title}: the reader accepts it"


def check_places(peers, whole, each):
    """Whatever stands where, schema and reader agree as far as a schema can see."""
    count = 0
    for number, path in enumerate(places(whole)):
        for turn in range(each):
            misfit = MISFITS[(number + turn * 7) % len(MISFITS)]
            broken = copy.deepcopy(whole)
            change(broken, path, misfit)
            count += 1
            is_refused, words = peers.schema_refuses(broken), peers.reader_says(broken)
            if is_refused and not words:
                yield f"{path} = {misfit!r}: the schema alone refuses it"
            if not is_refused and SCHEMA_WORDS.search(words):
                yield f"{path} = {misfit!r}: the reader alone refuses it:\n{words}"
    print(f"schema: {count} misplaced values at {len(list(places(whole)))} places")


def main(*words):
    simrun, schema, whole, *scenarios = [word for word in words if word != "--all"]
    each = len(MISFITS) if "--all" in words else 3
    printed = subprocess.run([simrun, "schema"], capture_output=True, check=True).stdout
    failures = [] if printed == Path(schema).read_bytes() else [f"{schema} is not what simrun schema prints"]
    with tempfile.TemporaryDirectory() as folder:
        peers = Peers(simrun, load(schema), folder)
        failures += check_shipped(peers, scenarios)
        failures += check_listed(peers, load(whole))
        failures += check_places(peers, load(whole), each)
    print(
        f"schema: {len(scenarios)} files pass, {len(BOTH)} mistakes refused by schema and reader,"
        f" {len(READER)} by the reader alone"
        if not failures
        else "\n".join(failures)
    )
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
