/// How many entries of a scenario rest on an assumption.
package struct EvidenceCount: Sendable, Equatable {
  /// One list of entries that can carry a source or an assumption.
  package struct List: Sendable, Equatable {
    package var name: String
    package var entries: Int
    /// Those that rest on an assumption, at least in part.
    package var assumed: Int
  }

  /// Lists without entries are left out.
  package var lists: [List]

  package init(_ scenario: Scenario) {
    func count(_ name: String, _ evidence: [Evidence]) -> List {
      List(name: name, entries: evidence.count, assumed: evidence.count { !$0.assumptions.isEmpty })
    }
    lists = [
      count("missions", scenario.missions.map(\.evidence)), count("needs", scenario.needs.map(\.evidence)),
      count("pledges", scenario.pledges.map(\.evidence)),
      count("processes", scenario.processes.map(\.evidence)),
      count("capabilities", scenario.capabilities.map(\.evidence)),
      count(
        "others",
        scenario.substitutions.map(\.evidence) + scenario.contributors.map(\.evidence)
          + scenario.packages.map(\.evidence) + scenario.supports.map(\.evidence)
          + scenario.lift.map(\.evidence) + scenario.gates.map(\.evidence)
          + scenario.resources.map(\.evidence) + scenario.risks.map(\.evidence)
          + scenario.milestones.map(\.evidence)),
    ].filter { $0.entries > 0 }
  }

  package var statement: String {
    let entries = lists.reduce(0) { $0 + $1.entries }
    let assumed = lists.reduce(0) { $0 + $1.assumed }
    let parts = lists.map { "\($0.name) \($0.assumed) of \($0.entries)" }.joined(separator: ", ")
    return
      "\(assumed) of \(ScenarioText.count(entries, "entry", plural: "entries")) rest on an assumption, at "
      + "least in part: \(parts)."
  }
}
