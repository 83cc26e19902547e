/// What a table in a file says of the run it is from, and of the assumptions it rests on.
package struct TableBasis {
  private let result: RunResult
  private let w: Wording

  package init(_ result: RunResult) {
    self.result = result
    w = result.wording
  }

  package var notes: [String] { [run, assumptions] }

  /// Scenario, digest, seed, replications, version: what it takes to get the same table again.
  private var run: String {
    let scenario = result.scenario.id
    let names = result.overrides.joined(separator: ", ")
    let overrides = names.isEmpty ? "" : w(en: ", with \(names)", fr: ", avec \(names)")
    let random = result.timeline.map { timeline in
      let replications = w.whole(timeline.replications)
      return w(
        en: " Seed \(timeline.seed), \(replications) replications.",
        fr: " Graine \(timeline.seed), \(replications) répétitions.")
    }
    let partial = result.isPartial ? w(en: " Interrupted run.", fr: " Exécution interrompue.") : ""
    return w(
      en: "Scenario \(scenario)\(overrides), \(result.digest).",
      fr: "Scénario \(scenario)\(overrides), \(result.digest).")
      + (random ?? "") + " simrun \(Version.current), GLPK \(result.solverVersion)." + partial
  }

  /// Which of the scenario's assumptions it rests on, by their numbers in the table of assumptions.
  private var assumptions: String {
    let lines = result.scenario.assumptions
    guard let last = lines.indices.last else {
      return w(
        en: "The scenario states no assumptions.", fr: "Le scénario n'indique aucune hypothèse.")
    }
    let lists = Self.ranges(lines.map { String($0.entry.prefix { $0 != "." }) })
    let parts = lists.map { list, numbers in
      let range =
        numbers.count == 1
        ? "\(numbers.lowerBound + 1)" : "\(numbers.lowerBound + 1)–\(numbers.upperBound)"
      return "\(EntryNames.plural(list, w)) \(range)"
    }.joined(separator: ", ")
    return w(
      en: "Rests on the \(last + 1) assumptions of the table “assumptions”: \(parts).",
      fr: "Repose sur les \(last + 1) hypothèses du tableau « assumptions » : \(parts).")
  }

  /// Runs of equal neighbours.
  private static func ranges(_ lists: [String]) -> [(list: String, numbers: Range<Int>)] {
    lists.enumerated().reduce(into: []) { ranges, entry in
      if let last = ranges.last, last.list == entry.element {
        ranges[ranges.count - 1].numbers = last.numbers.lowerBound..<entry.offset + 1
      } else {
        ranges.append((entry.element, entry.offset..<entry.offset + 1))
      }
    }
  }
}

/// What the lists of a scenario are called.
package enum EntryNames {
  /// More than one entry of a list, such as `pledges` or `engagements`; an unknown list by its own name.
  package static func plural(_ list: String, _ w: Wording) -> String {
    switch list {
    case "missions": w(en: "missions", fr: "missions")
    case "needs": w(en: "needs", fr: "besoins")
    case "pledges": w(en: "pledges", fr: "engagements")
    case "processes": w(en: "processes", fr: "processus")
    case "capabilities": w(en: "capabilities", fr: "capacités")
    case "substitutions": w(en: "substitutions", fr: "substitutions")
    case "contributors": w(en: "contributors", fr: "pays contributeurs")
    case "packages": w(en: "packages", fr: "lots")
    case "supports": w(en: "supports", fr: "appuis")
    case "lift": w(en: "lift", fr: "transport")
    case "gates": w(en: "gates", fr: "seuils d'ouverture")
    case "resources": w(en: "resources", fr: "ressources")
    case "risks": w(en: "risks", fr: "risques")
    case "milestones": w(en: "milestones", fr: "jalons")
    case "others": w(en: "others", fr: "autres")
    default: list
    }
  }
}
