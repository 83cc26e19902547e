"""The timeline side by side with SimPy and NumPy on the same models, whose answers are compared first."""

import json
import math
import os
import statistics
import sys
import tempfile
import time

import numpy

import ours
import report
import timeline_numpy
import timeline_simpy

ROUNDS = int(os.environ.get("ROUNDS", "5"))
CHUNKS = [512, 2048, 8192]


def timed(work):
    """Seconds by the clock, seconds of processor time, and what the work gave."""
    begun, busy = time.perf_counter(), time.process_time()
    value = work()
    return time.perf_counter() - begun, time.process_time() - busy, value


def per_second(path, replications, threads, options):
    """Replications by both kinds of seconds, and what was found."""
    found = ours.measure(
        "timeline", path, "--replications", replications, "--threads", threads, "--repeats", 1,
        *options)
    return (replications / found["wall"][0], replications / found["processor"][0]), found


def same(name, mean, error, other, other_error):
    """Ends the run where two means differ by more than four standard errors."""
    spread = (error ** 2 + other_error ** 2) ** 0.5
    # What happens always, or never, has no error.
    z = (mean - other) / spread if spread > 0 else 0 if mean == other else math.inf
    if abs(z) > 4:
        sys.exit(f"{name}: {mean} and {other} differ by {z:.1f} standard errors")
    return f"{mean:.3f} ± {error:.3f} and {other:.3f} ± {other_error:.3f} (z {z:+.1f})"


def best_chunk(model, scenario, replications):
    rates = {chunk: replications / timed(lambda: model(scenario).run(replications, chunk))[1]
             for chunk in CHUNKS}
    return max(rates, key=rates.get)


def round_of(path, scenario, models, counts, chunk, options):
    fast, slow = models
    rates = {}
    for threads in (1, 2):
        rates[f"ours, {threads}"], ours_found = per_second(path, counts["ours"], threads, options)
    wall, busy, numpy_found = timed(lambda: fast(scenario).run(counts["numpy"], chunk))
    rates["NumPy"] = counts["numpy"] / wall, counts["numpy"] / busy
    wall, busy, simpy_found = timed(lambda: slow(scenario).run(counts["simpy"]))
    rates["SimPy"] = counts["simpy"] / wall, counts["simpy"] / busy
    return rates, ours_found, numpy_found, simpy_found


def side_by_side(name, path, models, counts, compare, options=()):
    with open(path, encoding="utf-8") as file:
        scenario = json.load(file)
    chunk = best_chunk(models[0], scenario, counts["numpy"] // 4)
    rounds = [round_of(path, scenario, models, counts, chunk, options) for _ in range(ROUNDS)]
    agreed = compare(*rounds[0][1:])
    rates = [found[0] for found in rounds]
    programs = list(rates[0])
    rows = [[program] + [
        text for kind in (0, 1) for text in [report.spread([rate[program][kind] for rate in rates])] + [
            report.spread([rate[program][kind] / rate[other][kind] for rate in rates])
            for other in ("NumPy", "SimPy")]] for program in programs]
    two = report.spread([rate["ours, 2"][0] / rate["ours, 1"][0] for rate in rates])
    return (
        f"### {name}\n\n"
        + report.table(
            ["program", "replications a second", "to NumPy", "to SimPy", "a second of one processor",
             "to NumPy", "to SimPy"], rows)
        + f"\nOurs on one and two threads; NumPy (chunks of {chunk}) and SimPy in one process. Two threads to "
        + f"one: {two}. Replications a run: ours {counts['ours']:,}, NumPy's {counts['numpy']:,}, SimPy's "
        + f"{counts['simpy']:,}; ours are the more, so that starting threads counts for little. {ROUNDS} "
        + "rounds.\n\n" + "\n".join(f"* {line}" for line in agreed) + "\n")


def compare_units(found, fast, slow):
    means, errors = fast.arrival()
    ours_means = [mean for mean, _ in found["arrival"]]
    lines = []
    worst = max(
        range(len(means)),
        key=lambda unit: abs(ours_means[unit] - means[unit]) / errors[unit])
    lines.append("Arrival of the unit that differs most, ours and NumPy: " + same(
        "arrival", *found["arrival"][worst], means[worst], errors[worst]))
    # Units share carriers, so the error of the mean of all is not that of independent ones: SimPy's is its own.
    mean = statistics.mean(ours_means)
    there, error = slow.arrival()
    scale = error * (slow.count / found["replications"]) ** 0.5
    lines.append("Mean arrival of all units, ours and SimPy: " + same("mean", mean, scale, there, error))
    for place, day in enumerate(found["days"]):
        if day in (180, 270) or day == found["days"][len(found["days"]) // 2]:
            mine = [need[place] for need in found["coverage"]]
            other = fast.coverage(day)
            need = max(range(len(mine)), key=lambda n: abs(mine[n][0] - other[n]))
            error = max(mine[need][1], 1e-6)
            factor = (found["replications"] / fast.count) ** 0.5
            lines.append(f"Coverage on day {day} of the need that differs most, ours and NumPy: " + same(
                f"coverage on day {day}", mine[need][0], error, other[need], error * factor))
    return lines


def compare_jobs(found, fast, slow):
    mean, error = found["arrival"][0]
    lines = ["End of the project, ours and NumPy: " + same("end", mean, error, *fast.arrival()),
             "End of the project, ours and SimPy: " + same("end", mean, error, *slow.arrival())]
    met = numpy.cumsum(fast.days)[48] / fast.count
    lines.append("Within 48 days, ours and NumPy: " + same(
        "standard", found["standardMet"], (met * (1 - met) / found["replications"]) ** 0.5,
        met, (met * (1 - met) / fast.count) ** 0.5))
    shares = fast.critical / fast.count
    errors = numpy.sqrt(shares * (1 - shares) / fast.count)
    for name, share, error in zip(fast.names, shares, errors):
        lines.append(f"Critical share of {name}, ours and NumPy: " + same(
            f"criticality of {name}", *found["critical"][name], share, error))
    return lines


def main():
    with tempfile.TemporaryDirectory() as folder:
        units = ours.write(os.path.join(folder, "units.json"), "write-units", 30)
        jobs = ours.write(os.path.join(folder, "jobs.json"), "write-nine-jobs")
        parts = [
            side_by_side(
                "30 units of 8 stages, two carriers, histograms and coverage", units,
                (timeline_numpy.Units, timeline_simpy.Units),
                {"ours": 1_000_000, "numpy": 60_000, "simpy": 600}, compare_units),
            side_by_side(
                "Nine jobs, with criticality", jobs, (timeline_numpy.Jobs, timeline_simpy.Jobs),
                {"ours": 30_000_000, "numpy": 3_000_000, "simpy": 5_000}, compare_jobs, ["--criticality"]),
        ]
    report.put("The timeline, side by side", "\n".join(parts))


if __name__ == "__main__":
    main()
