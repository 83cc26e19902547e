package import Simulation

/// Judges a plan by the method's page alone: every row, every column, and what the plan says of itself.
package struct PlanChecker {
  private let ledger: DayLedger
  private let plan: StatedPlan
  private let wholeUnits: Bool
  private let unknown: [BrokenRow]

  /// How far what a plan states may be away from what is counted here, relative: results are printed and
  /// read again as decimal figures, and summed in another order.
  private static let closeness = 1e-7

  package init(_ scenario: Scenario, _ plan: StatedPlan, wholeUnits: Bool? = nil) {
    let rules = Rules(scenario)
    var unknown: [BrokenRow] = []
    let sendings = plan.assignments.compactMap { assignment -> Sending? in
      guard let pledge = rules.pledges[assignment.pledge], let need = rules.needs[assignment.need] else {
        unknown.append(BrokenRow(.refused, "\(assignment.pledge) to \(assignment.need) is not known"))
        return nil
      }
      return Sending(
        pledge: pledge, need: need, elements: assignment.units, request: assignment.requestDay,
        arrival: assignment.arrivalDay, end: assignment.untilDay, isInPlace: pledge.inPlace != nil,
        support: assignment.support, package: assignment.package)
    }
    ledger = DayLedger(rules, sendings)
    self.plan = plan
    self.unknown = unknown
    self.wholeUnits = wholeUnits ?? scenario.allocation.wholeUnits
  }

  /// Everything that is wrong; empty for a plan that keeps every rule and states itself rightly.
  package var brokenRows: [BrokenRow] {
    guard !wholeUnits else {
      return unknown + divided + ledger.brokenRows + ledger.brokenPackages + wronglyStated
    }
    // Of a package sent in parts the assignments do not say which of its columns they belong to: what overlaps
    // in a rotation is not known then.
    let isTold = !ledger.sendings.contains { $0.package.map(ledger.rules.rotations.contains) ?? false }
    return unknown + ledger.brokenRows + (isTold ? wronglyStated : [])
  }

  private var divided: [BrokenRow] {
    ledger.sendings.filter { !$0.pledge.shared && $0.elements != $0.elements.rounded() }
      .map { BrokenRow(.divided, $0.pledge.id) }
  }

  private var wronglyStated: [BrokenRow] {
    var wrong: [BrokenRow] = []
    if !agree(plan.objective.weightedGapDays, ledger.weightedGap) {
      wrong.append(
        BrokenRow(.gap, "states \(plan.objective.weightedGapDays), counted \(ledger.weightedGap)"))
    }
    if !agree(plan.objective.cost, ledger.cost) {
      wrong.append(BrokenRow(.cost, "states \(plan.objective.cost), counted \(ledger.cost)"))
    }
    let missing = ledger.missingDays
    for need in plan.needs {
      let days = Double(ledger.rules.needs[need.need].map { ledger.rules.span($0).count } ?? 0)
      let counted = missing[need.need] ?? -1
      let coverage = days > 0 ? 1 - counted / days : 1
      if !agree(need.shortfallDays, counted) || !agree(need.coverage, coverage) {
        wrong.append(
          BrokenRow(.coverage, "\(need.need) states \(need.shortfallDays) days missing, counted \(counted)"))
      }
    }
    if plan.needs.count != missing.count { wrong.append(BrokenRow(.coverage, "not every need is listed")) }
    return wrong
  }

  private func agree(_ stated: Double, _ counted: Double) -> Bool {
    abs(stated - counted) <= Self.closeness * max(1, abs(counted))
  }
}

extension DayLedger {
  /// Every row and column that the method's page does not allow, packages that are one column apart.
  var brokenRows: [BrokenRow] { brokenColumns + brokenPromises + brokenMissionRows }

  /// The rows alone, for plans whose columns are known to be possible.
  package var brokenLimits: [BrokenRow] { brokenPromises + brokenMissionRows + brokenPackages }

  /// Days that are missing of each need: Σ over its days of what share of it is missing.
  var missingDays: [String: Double] {
    var missing: [String: Double] = [:]
    for need in scenario.needs { missing[need.id] = 0 }
    for day in 0..<scenario.horizon.days {
      for (need, share) in zip(scenario.needs, coverage(on: day)) where rules.span(need).contains(day) {
        missing[need.id, default: 0] += 1 - share
      }
    }
    return missing
  }
}
