"""Opens the CSV files of scenarios with a foreign reader, Python's `csv`, as a spreadsheet would.

    check_tables.py SIMRUN SCHEMA SCENARIO...

Every row must have as many cells as there are titles. Then each scenario is put into one JSON file, its cells
typed by what the schema says of their columns: that file must pass the schema, and `simrun check` must find the
same digest in it as in the several files.
"""

import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from jsonschema import Draft202012Validator

# Cells that spreadsheets take for formulas.
FORMULA = tuple("=+-@")


class Types:
    """What the schema says of a column."""

    def __init__(self, schema):
        self.definitions = schema["$defs"]

    def branches(self, schema):
        """The schema's alternatives, with references followed."""
        if "$ref" in schema:
            yield from self.branches(self.definitions[schema["$ref"].rsplit("/", 1)[1]])
        for word in ("anyOf", "oneOf"):
            for branch in schema.get(word, []):
                yield from self.branches(branch)
        yield schema

    def column(self, schema, title):
        """The names of the JSON types that a column may have; `title` is keys with dots between."""
        found = [schema]
        for key in title.split("."):
            branches = [branch for each in found for branch in self.branches(each)]
            found = [branch["properties"][key] for branch in branches if key in branch.get("properties", {})]
            found = found or [
                branch["additionalProperties"] for branch in branches if branch.get("additionalProperties")
            ]
        names = [branch.get("type", []) for each in found for branch in self.branches(each)]
        return {name for each in names for name in ([each] if isinstance(each, str) else each)}


def value(cell, types):
    """A cell as JSON, by the types that its column may have."""
    if "array" in types:
        return json.loads(cell) if cell.startswith("[") else [item.strip() for item in cell.split(";")]
    if "object" in types and cell.startswith("{"):
        return json.loads(cell)
    if "boolean" in types:
        return {"true": True, "false": False}[cell.lower()]
    if types & {"number", "integer"}:
        try:
            return json.loads(cell)
        except ValueError:
            pass
    return cell


def rows(path):
    """The titles and the rows of a CSV file; ends the program where they do not fit together."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        titles, *cells = csv.reader(file, strict=True)
    for number, row in enumerate(cells, start=2):
        if len(row) != len(titles):
            raise SystemExit(f"{path}: row {number} has {len(row)} cells, and there are {len(titles)} titles")
        for column, cell in enumerate(row, start=1):
            # A number may begin with its sign.
            if cell.startswith(FORMULA) and not cell[1:].replace(".", "", 1).isdigit():
                raise SystemExit(f"{path}: row {number}, column {column} looks like a formula: {cell!r}")
    return titles, cells


def entries(path, schema, types):
    """The entries of a CSV file, and how many rows it has."""
    titles, cells = rows(path)
    kinds = [types.column(schema, title) for title in titles]
    for row in cells:
        entry = {}
        for title, kind, cell in zip(titles, kinds, row):
            if cell:
                *keys, last = title.split(".")
                place = entry
                for key in keys:
                    place = place.setdefault(key, {})
                place[last] = value(cell, kind)
        yield entry


def joined(path, schema, types, tables):
    """The scenario of several files as one; the CSV files that it is made of are added to `tables`."""
    whole = json.loads(path.read_text(encoding="utf-8"))
    for key, content in whole.items():
        if isinstance(content, dict) and list(content) == ["csv"]:
            table = path.parent / content["csv"]
            lists = [branch for branch in types.branches(schema["properties"][key]) if "items" in branch]
            whole[key] = list(entries(table, lists[0]["items"], types))
            tables.append((table, len(whole[key])))
    for name in whole.pop("include", []):
        for key, content in joined(path.parent / name, schema, types, tables).items():
            if isinstance(content, list):
                whole[key] = whole.get(key, []) + content
    return whole


def digest(simrun, path):
    """What `simrun check` calls the scenario's content."""
    command = [simrun, "check", "--allow-outside", path]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    found = [line for line in ended.stdout.splitlines() if line.startswith("Digest:")]
    if ended.returncode or not found:
        raise SystemExit(f"{path}: simrun check ended with status {ended.returncode}:\n{ended.stderr}")
    return found[0]


def main(simrun, schema_path, *scenarios):
    schema = json.loads(Path(schema_path).read_text(encoding="utf-8"))
    types, validator, tables, failures = Types(schema), Draft202012Validator(schema), [], []
    with tempfile.TemporaryDirectory() as folder:
        for scenario in map(Path, scenarios):
            count = len(tables)
            whole = joined(scenario, schema, types, tables)
            if len(tables) == count:
                continue
            for error in validator.iter_errors(whole):
                failures.append(f"{scenario}, in one file: {error.json_path}: {error.message[:200]}")
            single = Path(folder) / "scenario.json"
            single.write_text(json.dumps(whole), encoding="utf-8")
            if digest(simrun, scenario) != digest(simrun, single):
                failures.append(f"{scenario}: read by another reader, its content is not the same")
    if not tables:
        failures.append("no scenario has a CSV file")
    for failure in failures:
        print(failure)
    if not failures:
        read = ", ".join(f"{path.name} ({count} rows)" for path, count in tables)
        print(f"tables: the same to Python's csv reader: {read}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
