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

  package func statement(_ w: Wording) -> String {
    let entries = lists.reduce(0) { $0 + $1.entries }
    let assumed = lists.reduce(0) { $0 + $1.assumed }
    let parts = lists.map { list in
      let name = EntryNames.plural(list.name, w)
      return w(
        en: "\(name) \(list.assumed) of \(list.entries)", fr: "\(name) \(list.assumed) sur \(list.entries)")
    }.joined(separator: ", ")
    let all = w.count(entries, en: ("entry", "entries"), fr: ("entrée", "entrées"))
    return w(
      en: "\(assumed) of \(all) rest on an assumption, at least in part: \(parts).",
      fr: "\(assumed) sur \(all) reposent sur une hypothèse, au moins en partie : \(parts).")
  }
}
