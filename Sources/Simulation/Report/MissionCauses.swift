/// What holds each mission up: causes whose removal moves its gap beyond noise.
struct MissionCauses {
  /// One cause and what its removal changes for one mission.
  typealias Effect = (cause: Cause, change: Estimate)

  private let found: TimelineCauses
  private let labels: Labels
  private let words: CauseWords
  private let w: Wording

  /// Causes in the sentence on a mission; the table has all.
  private static let mostInSentence = 3

  /// `nil` where the run did not look for causes.
  init?(_ result: RunResult) {
    guard let found = result.timeline?.causes else { return nil }
    self.found = found
    labels = Labels(result.scenario, result.wording)
    words = CauseWords(result.scenario, result.wording)
    w = result.wording
  }

  /// Missions in the order of the scenario; in each what closes most first, ties as in ``TimelineCauses``.
  private var missions: [(mission: String, effects: [Effect])] {
    let names = found.causes.first { !$0.missionChanges.isEmpty }?.missionChanges.map(\.mission) ?? []
    return names.enumerated().map { place, mission in
      let effects = found.causes.compactMap { cause -> Effect? in
        guard place < cause.missionChanges.count else { return nil }
        let change = cause.missionChanges[place].gapDays
        return change.isBeyondNoise ? (cause, change) : nil
      }
      let ranked = effects.enumerated().sorted {
        ($0.element.change.mean, $0.offset) < ($1.element.change.mean, $1.offset)
      }
      return (mission, ranked.map(\.element))
    }
  }

  /// Every cause of each mission that stands out from chance.
  var table: Table {
    let rows = missions.flatMap { mission, effects in
      effects.map { cause, change in
        Table.Row([
          .text(mission), .text(labels.mission(withId: mission)?.name ?? mission),
          .text(cause.kind.rawValue), .text(cause.name), .optional(cause.process), .text(words.text(cause)),
          .estimate(change),
        ])
      }
    }
    let count = w.whole(found.replications)
    return Table(
      name: "causes-by-mission",
      caption: w(
        en: "What holds each mission up, and what its removal would change there",
        fr: "Ce qui retarde chaque mission, et ce que sa suppression y changerait"),
      columns: columns, rows: rows,
      notes: [
        w(
          en: """
            Change of the gap-days of the mission's needs, unweighted, where the cause is removed everywhere; ± one \
            standard error of \(count) paired replications. Left out: changes of at most two standard errors.
            """,
          fr: """
            Variation des jours d'écart des besoins de la mission, sans poids, si la cause est supprimée partout ; \
            ± une erreur type sur \(count) répétitions appariées. Omises : les variations d'au plus deux erreurs \
            types.
            """)
      ], language: w.language)
  }

  private var columns: [Table.Column] {
    [
      Table.Column("mission", w(en: "Mission id", fr: "Code de la mission"), placement: .dataOnly),
      Table.Column("missionName", w(en: "Mission", fr: "Mission")),
      Table.Column("kind", w(en: "Kind", fr: "Genre"), placement: .dataOnly),
      Table.Column("name", w(en: "Cause id", fr: "Code de la cause"), placement: .dataOnly),
      Table.Column("process", w(en: "Process id", fr: "Code du processus"), placement: .dataOnly),
      Table.Column("cause", "Cause"),
      Table.Column(
        "gapDaysIfRemoved", w(en: "Change of gap", fr: "Variation de l'écart"), .estimate(decimals: 1),
        unit: w(en: "days", fr: "jours")),
    ]
  }

  /// For each mission that something costs days, what costs most, with its standard error.
  var sentences: [String] {
    missions.compactMap { mission, effects in
      let dearest = effects.filter { $0.change.mean < 0 }.prefix(Self.mostInSentence)
      guard !dearest.isEmpty else { return nil }
      let name = labels.mission(withId: mission)?.name ?? mission
      let costs = dearest.map { cause, change in
        let days = w.plusMinus(-change.mean, change.standardError, decimals: 1)
        return words.phrase(cause) + w(en: ", \(days) days", fr: ", \(days) jours")
      }
      return w(
        en: "What costs \(name) most gap-days: \(costs.joined(separator: "; ")).",
        fr:
          "Ce qui coûte à \(name) le plus de jours d'écart : \(costs.joined(separator: w(en: "; ", fr: " ; ")))."
      )
    }
  }
}
