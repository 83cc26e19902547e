"""Runs the built `measure` and reads what it prints."""

import json
import os
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MEASURE = os.environ.get("MEASURE", os.path.join(ROOT, ".build", "release", "measure"))


def measure(*arguments, timeout=900, parse=True):
    """The JSON object that `measure` prints; `None` where it took too long, or prints none."""
    try:
        done = subprocess.run(
            [MEASURE, *map(str, arguments)], stdout=subprocess.PIPE, check=True, timeout=timeout)
    except subprocess.TimeoutExpired:
        return None
    return json.loads(done.stdout) if parse else None


def write(path, *arguments, edit=lambda text: text):
    """A model's scenario file, changed by `edit`."""
    text = subprocess.run([MEASURE, *map(str, arguments)], stdout=subprocess.PIPE, check=True, text=True).stdout
    with open(path, "w", encoding="utf-8") as file:
        file.write(edit(text))
    return path
