/// How many entries of a scenario rest on what.
package struct EvidenceCount: Sendable, Equatable {
  /// Entries that can carry a source or an assumption.
  package var entries: Int
  /// Those that rest on an assumption, at least in part.
  package var assumed: Int

  package init(_ scenario: Scenario) {
    let evidence =
      scenario.capabilities.map(\.evidence) + scenario.substitutions.map(\.evidence)
      + scenario.missions.map(\.evidence)
      + scenario.needs.map(\.evidence) + scenario.contributors.map(\.evidence)
      + scenario.pledges.map(\.evidence) + scenario.packages.map(\.evidence)
      + scenario.supports.map(\.evidence) + scenario.resources.map(\.evidence)
      + scenario.milestones.map(\.evidence) + scenario.lift.map(\.evidence)
      + scenario.processes.map(\.evidence)
      + scenario.gates.map(\.evidence) + scenario.risks.map(\.evidence)
    entries = evidence.count
    assumed = evidence.count { !$0.assumptions.isEmpty }
  }

  package var statement: String {
    "\(assumed) of \(ScenarioText.count(entries, "entry", plural: "entries")) rest on an assumption, at least "
      + "in part."
  }
}
