"""The allocator side by side with HiGHS, glpsol and PuLP on the same models, whose optima are compared first.

HiGHS is tried by simplex and interior point, with presolve and without; the fastest of a round is taken.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time

import highspy
import pulp

import ours
import report

ROUNDS = int(os.environ.get("ROUNDS", "3"))
# Seconds that one solve of a peer may take.
LIMIT = float(os.environ.get("LIMIT", "120"))
SEED = os.environ.get("SEED", "1")
WHOLE_SEEDS = [int(seed) for seed in os.environ.get("WHOLE_SEEDS", "11 12 13 14 15").split()]
# Name, pledges, missions, capabilities, periods, and what the needs are multiplied by to keep up with the pledges.
SIZES = {
    "100": ("100 x 3 x 20 x 12", 100, 3, 20, 12, 1),
    "200": ("200 x 13 x 30 x 24", 200, 13, 30, 24, 1),
    "400": ("400 x 13 x 30 x 24", 400, 13, 30, 24, 2),
    "1000": ("1,000 x 10 x 30 x 24", 1000, 10, 30, 24, 4),
    "1000few": ("1,000 x 10 x 30 x 24, few needs", 1000, 10, 30, 24, 1),
    "10000": ("10,000 x 10 x 30 x 24", 10000, 10, 30, 24, 40),
}
MODELS = os.environ.get("MODELS", "100 100off 200 200off 400 400off 1000 1000off").split()
SETTINGS = [(solver, presolve) for solver in ("simplex", "ipm") for presolve in ("on", "off")]


def size_of(model):
    name, pledges, missions, capabilities, periods, demand = SIZES[model.removesuffix("off")]
    options = ["--pledges", pledges, "--missions", missions, "--capabilities", capabilities,
               "--periods", periods, "--demand", demand]
    off = model.endswith("off")
    return name + (", off the grid" if off else ""), options + (["--off-grid"] if off else [])


def highs(mps):
    solver = highspy.Highs()
    solver.silent()
    if solver.readModel(mps) != highspy.HighsStatus.kOk:
        sys.exit(f"HiGHS cannot read {mps}")
    return solver


def timed(work):
    """Seconds by the clock, and of processors."""
    begun, busy = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - begun, time.process_time() - busy


def solved_by_highs(mps, method, presolve, limit):
    """Seconds of processors and by the clock, or infinity, and the optimum."""
    solver = highs(mps)
    solver.setOptionValue("solver", method)
    solver.setOptionValue("presolve", presolve)
    solver.setOptionValue("time_limit", limit)
    wall, busy = timed(solver.run)
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return (float("inf"), float("inf")), None
    return (busy, wall), solver.getInfo().objective_function_value


def solved_by_glpsol(mps, limit):
    """Seconds of its processor without those of reading; infinity where it did not end in time."""
    def seconds(*options):
        begun = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        try:
            done = subprocess.run(
                ["glpsol", "--freemps", mps, "--tmlim", str(int(limit)), *options], text=True,
                stdout=subprocess.PIPE, timeout=limit * 2 + 60)
        except subprocess.TimeoutExpired:
            return float("inf"), ""
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - begun, done.stdout

    reading, _ = seconds("--check")
    whole, output = seconds()
    if "OPTIMAL LP SOLUTION FOUND" not in output and "OPTIMAL SOLUTION FOUND" not in output:
        return float("inf")
    return max(0.0, whole - reading)


def built_by_pulp(mps):
    """Seconds to write the model down in PuLP, row by row, from arrays, and to solve it with HiGHS."""
    lp = highs(mps).getLp()
    starts, places, values = list(lp.a_matrix_.start_), list(lp.a_matrix_.index_), list(lp.a_matrix_.value_)
    rows = [[] for _ in range(lp.num_row_)]
    for column in range(lp.num_col_):
        for entry in range(starts[column], starts[column + 1]):
            rows[places[entry]].append((column, values[entry]))
    begun = time.process_time()
    problem = pulp.LpProblem("model", pulp.LpMinimize)
    bound = lambda value: None if abs(value) >= highspy.kHighsInf else value
    columns = [
        pulp.LpVariable(f"x{number}", bound(low), bound(high))
        for number, (low, high) in enumerate(zip(lp.col_lower_, lp.col_upper_))]
    problem += pulp.LpAffineExpression(zip(columns, lp.col_cost_))
    for row, low, high in zip(rows, lp.row_lower_, lp.row_upper_):
        expression = pulp.LpAffineExpression([(columns[column], value) for column, value in row])
        if bound(low) is not None:
            problem += expression >= low
        if bound(high) is not None:
            problem += expression <= high
    problem.solve(pulp.HiGHS(msg=False, timeLimit=LIMIT))
    if problem.sol_status != pulp.LpSolutionOptimal:
        return float("inf"), None
    return time.process_time() - begun, pulp.value(problem.objective)


def agree(name, mine, theirs):
    if abs(mine - theirs) > 1e-7 * max(1, abs(mine), abs(theirs)):
        sys.exit(f"{name}: the optima differ: {mine} and {theirs}")


def lp_round(name, scenario, mps, settings):
    mine = ours.measure("phase", "relax", scenario, "--repeats", 1)
    if not mine["isProved"]:
        sys.exit(f"{name}: no certificate")
    fastest = (float("inf"), float("inf")), None
    for method, presolve in settings:
        # What is much slower than the fastest so far need not end.
        seconds, optimum = solved_by_highs(mps, method, presolve, min(LIMIT, 4 * fastest[0][1]))
        if optimum is not None:
            agree(name, mine["objective"], optimum)
            fastest = min(fastest, (seconds, f"{method}, presolve {presolve}"))
    return mine, fastest


def side_by_side(folder, model):
    name, options = size_of(model)
    scenario = ours.write(os.path.join(folder, model + ".json"), "write-model", *options, "--seed", SEED)
    mps = os.path.join(folder, model + ".mps")
    ours.measure("phase", "export", scenario, "--mps", mps, parse=False)
    rounds = [lp_round(name, scenario, mps, SETTINGS) for _ in range(ROUNDS)]
    mine = [(found[0]["processor"][0], found[0]["wall"][0]) for found in rounds]
    theirs = [found[1][0] for found in rounds]
    first = rounds[0][0]
    glpsol = solved_by_glpsol(mps, LIMIT)
    row = [
        name, f"{first['rows']:,} x {first['columns']:,}, {first['nonzeros']:,}",
        report.spread([own[1] for own in mine]), report.spread([own[0] for own in mine]),
        f"{first['iterations']:,}", f"{first['certificateGap']:.0e}",
        f"{first['peakBytes'] / 1e6:.0f}", report.spread([other[0] for other in theirs]),
        rounds[0][1][1] or "-",
        *[report.spread([other[kind] / own[kind] for own, other in zip(mine, theirs)]) for kind in (0, 1)],
        "-" if glpsol == float("inf") else f"{glpsol / min(mine)[0]:.3g}"]
    print(row, file=sys.stderr, flush=True)
    return row


def from_file(folder, model):
    """From file to proved optimum, beside PuLP and HiGHS from arrays in memory to theirs."""
    name, _ = size_of(model)
    scenario, mps = (os.path.join(folder, model + end) for end in (".json", ".mps"))
    ratios, mine = [], []
    for _ in range(ROUNDS):
        phases = [ours.measure("phase", phase, scenario, "--repeats", 1) for phase in ("load", "build", "relax")]
        mine.append(sum(phase["processor"][0] for phase in phases))
        seconds, optimum = built_by_pulp(mps)
        if optimum is not None:
            agree(name, phases[2]["objective"], optimum)
        ratios.append(seconds / mine[-1])
    return [name, report.spread(mine), report.spread(ratios)]


def again(folder, model):
    """One change and solved again, by both from the optimum before."""
    name, _ = size_of(model)
    scenario, mps = (os.path.join(folder, model + end) for end in (".json", ".mps"))
    mine = ours.measure("phase", "resolve", scenario, "--repeats", 3)["changes"]
    solver = highs(mps)
    solver.run()
    lp, basis = solver.getLp(), solver.getBasis()
    place = {row: number for number, row in enumerate(lp.row_names_)}
    ratios, seconds = [], []
    for change in mine:
        row = place[change["row"]]
        solver.changeRowBounds(row, -highspy.kHighsInf, change["upper"])
        solver.setBasis(basis)
        seconds.append(timed(solver.run)[1])
        agree(f"{name}, {change['row']}", change["objective"], solver.getInfo().objective_function_value)
        ratios.append(seconds[-1] / change["processor"])
        solver.changeRowBounds(row, lp.row_lower_[row], lp.row_upper_[row])
    moved = [ratio for ratio, change in zip(ratios, mine) if change["moves"]]
    return [name, f"{len(mine)}, {len(moved)}", report.spread([change["processor"] * 1e3 for change in mine]),
            report.spread([second * 1e3 for second in seconds]), report.spread(ratios),
            report.spread(moved) if moved else "-"]


def whole(folder, model, seed):
    """Plans of whole units after a second of one fresh seed: how far each is from the better bound of both."""
    name, options = size_of(model)
    scenario = ours.write(os.path.join(folder, "fresh.json"), "write-model", *options, "--seed", seed)
    mps = os.path.join(folder, "fresh.mps")
    ours.measure("phase", "export", scenario, "--whole", "--mps", mps, parse=False)
    mine = ours.measure("phase", "whole", scenario, "--repeats", 1, "--time-limit", 1)
    solver = highs(mps)
    solver.setOptionValue("time_limit", 1.0)
    solver.run()
    info = solver.getInfo()
    bound = max(mine["bound"], info.mip_dual_bound)
    theirs = "none"
    if info.primal_solution_status == 2:
        theirs = f"{100 * (info.objective_function_value - bound) / info.objective_function_value:.2f} %"
    return [name, seed, f"{100 * (mine['objective'] - bound) / mine['objective']:.2f} %",
            f"{100 * mine['gap']:.2f} %", mine["status"], f"{mine['wall'][0]:.2f}", theirs]


def put_optima(folder):
    few = [model for model in MODELS if "few" in model]
    put_table(folder, "Optimum of the linear program, side by side", [model for model in MODELS if model not in few])
    put_table(folder, "Optimum where needs are few, side by side", few)


def put_table(folder, title, models):
    if not models:
        return
    rows = [side_by_side(folder, model) for model in models]
    report.put(title, report.table(
        ["pledges x missions x capabilities x months", "rows x columns, entries", "ours by the clock, s", "ours, s",
         "steps",
         "certificate", "peak, MB", "HiGHS at its fastest, s", "which", "HiGHS to ours", "by the clock",
         "glpsol to ours"],
        rows) + f"\nSeed {SEED}; {ROUNDS} rounds; a peer was given {LIMIT:.0f} s (`-`: not done by then). Ours on "
        "two threads: parts that share no row one each, the interior point of a large one both. Seconds are of "
        "processors, all threads together, "
        "but where the clock is named. The optima agree to 1e-7; *certificate* is the gap "
        "between the optimum and the bound recomputed on the model's own rows. Reading is in none of the times.")


def main():
    # The command of a program that solves in pieces: the parts named, or all.
    parts = os.environ.get("PARTS", "optima build again whole").split()
    small = [model for model in MODELS if model.removesuffix("off") in ("100", "200")]
    with tempfile.TemporaryDirectory() as folder:
        if "optima" in parts:
            put_optima(folder)
        if "build" in parts:
            report.put("From file to proved optimum", report.table(
                ["model", "ours: read, list, build, solve, s of processors", "PuLP with HiGHS to ours"],
                [from_file(folder, model) for model in small])
                + "\nPuLP is given the finished rows in memory, HiGHS its defaults.")
        if "again" in parts:
            report.put("One change, solved again", report.table(
                ["model", "changes, that move the optimum", "ours, ms of processors", "HiGHS from its basis, ms",
                 "HiGHS to ours", "where it moves"],
                [again(folder, model) for model in small])
                + "\nA limit's bound is raised by a twentieth, one limit after the other; most hold nothing back, and ours asks "
                "the certificate of the optimum at hand first.")
        if "whole" in parts:
            report.put("Whole units after one second", report.table(
                ["model", "seed", "ours, above the better bound", "ours, proved", "status", "seconds",
                 "HiGHS, above the better bound"],
                [whole(folder, model, seed) for model in small if not model.endswith("off")
                 for seed in WHOLE_SEEDS]) + "\nFresh seeds; HiGHS's branch and bound with a limit of one second.")


if __name__ == "__main__":
    main()
