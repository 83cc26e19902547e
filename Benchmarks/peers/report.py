"""Tables of ratios, and the file that they are kept in."""

import math
import os
import re
import statistics

from ours import ROOT

RESULTS = os.path.join(ROOT, "Benchmarks", "RESULTS.md")
TITLE = """# Results

Written by `make bench-peers`, `make bench-phases` and `make bench-curves`; each part is replaced when it is measured
again. A figure is the median of its rounds; in brackets the smallest and the largest. Programs were run in turn, in one
run. Parts come from different days, and the machines of some are twice as fast as those of others: seconds compare within
a part only.
Where a load average is far above 1, other work disturbed the clock: there only the seconds of processors, the counts
and the ratios of these say something.
"""


def spread(values, digits=3):
    """Median, smallest and largest."""
    low, middle, high = min(values), statistics.median(values), max(values)
    return f"{middle:.{digits}g} ({low:.{digits}g} to {high:.{digits}g})"


def table(titles, rows):
    lines = ["| " + " | ".join(titles) + " |", "|" + "---|" * len(titles)]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows]) + "\n"


def exponent(sizes, costs):
    """The slope of a line through the logarithms: cost grows as size to this power."""
    xs, ys = [math.log(size) for size in sizes], [math.log(cost) for cost in costs]
    return statistics.linear_regression(xs, ys).slope


def put(name, text):
    """Puts one part into the results, in the place of the one of that name."""
    try:
        with open(RESULTS, encoding="utf-8") as file:
            old = file.read()
    except FileNotFoundError:
        old = TITLE
    load = f"{os.cpu_count()} processors; load average when it ended {os.getloadavg()[0]:.1f}."
    part = f"\n## {name}\n\n{text.strip()}\n\n{load}\n"
    found = re.search(rf"\n## {re.escape(name)}\n.*?(?=\n## |\Z)", old, re.S)
    new = old[:found.start()] + part + old[found.end():] if found else old.rstrip("\n") + "\n" + part
    with open(RESULTS, "w", encoding="utf-8") as file:
        file.write(new)
    print(part)
