package import Simulation

/// What a plan says of itself, as `results.json` has it.
package struct StatedPlan: Sendable, Decodable {
  package struct Objective: Sendable, Decodable {
    package var weightedGapDays: Double
    package var cost: Double
  }

  package struct Assignment: Sendable, Decodable {
    package var pledge: String
    package var need: String
    package var units: Double
    package var requestDay: Int?
    package var arrivalDay: Int
    package var untilDay: Int
    package var support: String?
    package var package: String?
  }

  package struct Need: Sendable, Decodable {
    package var need: String
    package var coverage: Double
    package var shortfallDays: Double
  }

  package var objective: Objective
  package var assignments: [Assignment]
  package var needs: [Need]

  package init(_ allocation: Allocation) {
    objective = Objective(
      weightedGapDays: allocation.objective.weightedGapDays, cost: allocation.objective.cost)
    assignments = allocation.assignments.map {
      Assignment(
        pledge: $0.pledge, need: $0.need, units: $0.units, requestDay: $0.requestDay,
        arrivalDay: $0.arrivalDay, untilDay: $0.untilDay, support: $0.support, package: $0.package)
    }
    needs = allocation.needs.map {
      Need(need: $0.need, coverage: $0.coverage, shortfallDays: $0.shortfallDays)
    }
  }
}
