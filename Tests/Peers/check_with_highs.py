"""Checks plans of simrun against HiGHS, a solver that shares no code with GLPK.

    check_with_highs.py [--fractional] [--time-limit SECONDS] MODEL.mps RESULTS.json

MODEL.mps is what `simrun allocate --export-model` wrote, RESULTS.json what `--json` wrote in the same run.
HiGHS solves the model to a gap of zero; its optimum has to be our objective where we claim a proved one,
and between our bound and our objective otherwise. Exit status 0 where it is, 1 where it is not.
"""

import argparse
import json
import sys

import highspy

# Both solvers accept rows that are off by 1e-7 or less; what that moves in an objective stays well inside one
# millionth of it. The same figure is promised in Documentation/Method.md.
TOLERANCE = 1e-6


def agree(a, b):
    return abs(a - b) <= TOLERANCE * max(1.0, abs(a), abs(b))


def at_most(a, b):
    return a <= b or agree(a, b)


def solve(path, time_limit, presolve="choose"):
    """The solver after a run on the model at `path`, to a gap of zero."""
    solver = highspy.Highs()
    options = {
        "output_flag": False,
        "time_limit": time_limit,
        "mip_rel_gap": 0.0,
        "mip_abs_gap": 0.0,
        "mip_feasibility_tolerance": 1e-7,
        "presolve": presolve,
    }
    for name, value in options.items():
        if solver.setOptionValue(name, value) != highspy.HighsStatus.kOk:
            raise SystemExit(f"HiGHS does not know the option {name}")
    if solver.readModel(path) == highspy.HighsStatus.kError:
        raise SystemExit(f"HiGHS cannot read {path}")
    solver.run()
    return solver


def integer_columns(solver):
    kinds = solver.getLp().integrality_
    return sum(kind != highspy.HighsVarType.kContinuous for kind in kinds)


def claims(allocation):
    """What is wrong with the plan's own words about itself."""
    ours, bound, gap = allocation["objective"]["weightedGapDays"], allocation["bound"], allocation["gap"]
    if not agree(gap, (ours - bound) / max(ours, 1e-9)):
        yield f"gap {gap} is not (objective - bound) / objective of {ours} and {bound}"
    if not at_most(bound, ours):
        yield f"bound {bound} lies above the objective {ours}"
    if allocation["status"] == "optimal" and gap > 1e-9:
        yield f"status optimal with a gap of {gap}"


def differences(solver, allocation, fractional):
    """Where HiGHS disagrees with the plan."""
    ours, bound = allocation["objective"]["weightedGapDays"], allocation["bound"]
    info, status = solver.getInfo(), solver.getModelStatus()
    if fractional and integer_columns(solver) > 0:
        yield "a fractional model has integer columns"
    if status == highspy.HighsModelStatus.kOptimal:
        theirs = info.objective_function_value
        if fractional or allocation["status"] == "optimal":
            if not agree(theirs, ours):
                yield f"HiGHS's optimum is {theirs}, ours {ours}"
        elif not (at_most(bound, theirs) and at_most(theirs, ours)):
            yield f"HiGHS's optimum {theirs} is outside our {bound} to {ours}"
    elif status == highspy.HighsModelStatus.kTimeLimit:
        # What both have proved must not contradict: no bound above the other's plan.
        if not at_most(info.mip_dual_bound, ours):
            yield f"HiGHS's bound {info.mip_dual_bound} lies above our plan of {ours}"
        if not at_most(bound, info.objective_function_value):
            yield f"our bound {bound} lies above HiGHS's plan of {info.objective_function_value}"
    else:
        yield f"HiGHS says {solver.modelStatusToString(status)}"


def ask_highs(model, allocation, fractional, time_limit):
    """HiGHS's answer, and where it disagrees with the plan.

    HiGHS 1.15 may lose the optimum of a model in its presolve (one in 1,400 random ones, at tolerances of 1e-9).
    So a disagreement is looked into without presolve, and the better of HiGHS's two plans counts: a worse one
    cannot be the optimum.
    """
    solver = solve(model, time_limit)
    found = list(differences(solver, allocation, fractional))
    if found:
        again = solve(model, time_limit, presolve="off")
        if again.getInfo().objective_function_value <= solver.getInfo().objective_function_value:
            return again, list(differences(again, allocation, fractional))
    return solver, found


def line(solver, allocation):
    info = solver.getInfo()
    stopped = solver.getModelStatus() == highspy.HighsModelStatus.kTimeLimit
    theirs = f"{info.objective_function_value:.6f}"
    if stopped:
        theirs = f"{info.mip_dual_bound:.6f} to {theirs} (stopped)"
    ours = f"{allocation['objective']['weightedGapDays']:.6f}"
    if allocation["status"] != "optimal":
        ours = f"{allocation['bound']:.6f} to {ours}"
    return f"{solver.getNumCol()} columns, simrun {ours} ({allocation['status']}), HiGHS {theirs}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--fractional", action="store_true", help="the model has no whole units")
    parser.add_argument("--time-limit", type=float, default=120.0, metavar="SECONDS")
    parser.add_argument("model")
    parser.add_argument("results")
    arguments = parser.parse_args()
    with open(arguments.results, encoding="utf-8") as file:
        allocation = json.load(file)["allocation"]
    solver, found = ask_highs(arguments.model, allocation, arguments.fractional, arguments.time_limit)
    print(line(solver, allocation))
    found = [*claims(allocation), *found]
    for difference in found:
        print(f"  differs: {difference}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
