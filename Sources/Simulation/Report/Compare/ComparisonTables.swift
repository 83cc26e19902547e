/// The tables of `simrun compare`.
struct ComparisonTables {
  let comparison: Comparison
  /// `nil` names needs and missions by their identifiers.
  let labels: Labels?
  let w: Wording

  init(_ comparison: Comparison, _ scenario: Scenario?, _ wording: Wording) {
    self.comparison = comparison
    labels = scenario.map { Labels($0, wording) }
    w = wording
  }

  /// What differs in the scenarios.
  var inputs: Table {
    Table(
      name: "compare-inputs",
      caption: w(en: "What differs in the scenarios", fr: "Ce qui diffère dans les scénarios"),
      columns: [
        Table.Column("path", w(en: "Entry", fr: "Entrée")),
        Table.Column("first", w(en: "First", fr: "Premier")),
        Table.Column("second", w(en: "Second", fr: "Second")),
      ],
      rows: comparison.inputs.map { Table.Row([.text($0.path), .optional($0.first), .optional($0.second)]) },
      notes: [
        w(
          en: "Values as they are written; – where a scenario has none.",
          fr: "Valeurs telles qu'elles sont écrites ; – quand un scénario n'en a pas."), sides,
      ], language: w.language)
  }

  /// What moved, beyond noise or not; figures that are the same are left out.
  var figures: Table { table(comparison.figures.filter { $0.difference != 0 }) }

  /// Of these, what moved beyond noise.
  var moved: Table { table(comparison.figures.filter(\.isBeyondNoise)) }

  /// Of these, the gaps of needs.
  var gaps: Table { table(comparison.figures.filter { $0.kind == .gapDays && $0.difference != 0 }) }

  private func table(_ figures: [FigureDifference]) -> Table {
    Table(
      name: "compare-results", caption: w(en: "What that changes", fr: "Ce que cela change"),
      columns: [
        Table.Column("kind", w(en: "Kind", fr: "Type"), placement: .dataOnly),
        Table.Column("mission", w(en: "Mission id", fr: "Code de la mission"), placement: .dataOnly),
        Table.Column("need", w(en: "Need id", fr: "Code du besoin"), placement: .dataOnly),
        Table.Column("figure", w(en: "Figure", fr: "Chiffre")),
        Table.Column("first", w(en: "First", fr: "Premier"), .number(decimals: 1)),
        Table.Column("second", w(en: "Second", fr: "Second"), .number(decimals: 1)),
        Table.Column("difference", w(en: "Difference", fr: "Différence"), .estimate(decimals: 1)),
        Table.Column("beyondNoise", w(en: "Beyond noise", fr: "Au-delà du bruit")),
      ], rows: figures.map(row), notes: [note, sides], language: w.language)
  }

  private func row(_ figure: FigureDifference) -> Table.Row {
    // Shares and chances are shown in percent, gaps in days.
    let scale = figure.isShare ? 100.0 : 1
    let difference = scale * figure.difference
    return Table.Row([
      .text(figure.kind.rawValue), .optional(figure.mission), .optional(figure.need), .text(words(figure)),
      .number(scale * figure.first), .number(scale * figure.second),
      figure.standardError.map { .estimate(Estimate(mean: difference, standardError: scale * $0)) }
        ?? .text(w.fixed(difference, decimals: 1)),
      .text(figure.isBeyondNoise ? w(en: "yes", fr: "oui") : w(en: "no", fr: "non")),
    ])
  }

  private func words(_ figure: FigureDifference) -> String {
    let place = place(of: figure)
    let day = figure.standardDays ?? 0
    switch figure.kind {
    case .planned: return w(en: "\(place): in plan, %", fr: "\(place) : plan, %")
    case .weightedGapDays: return w(en: "Weighted gap, days", fr: "Écart pondéré, jours")
    case .headline: return w(en: "There on day \(day), %", fr: "Présent au jour \(day), %")
    case .standardMet:
      return w(
        en: "\(place): chance to meet its standard, %", fr: "\(place) : probabilité de tenir sa norme, %")
    case .gapDays: return w(en: "\(place): gap, days", fr: "\(place) : écart, jours")
    case .fullyCoveredBy:
      return w(en: "\(place): full by day \(day), %", fr: "\(place) : complet au jour \(day), %")
    }
  }

  /// Which scenarios these are, the first's digest being said of every table.
  private var sides: String {
    let (first, second) = (comparison.first, comparison.second)
    let names = (first.name(w), second.name(w))
    guard comparison.isPaired else {
      return w(
        en: "First: \(names.0), \(first.digest). Second: \(names.1), \(second.digest).",
        fr: "Premier : \(names.0), \(first.digest). Second : \(names.1), \(second.digest).")
    }
    return w(
      en: "First: \(names.0). Second: \(names.1), \(second.digest).",
      fr: "Premier : \(names.0). Second : \(names.1), \(second.digest).")
  }

  private func place(of figure: FigureDifference) -> String {
    guard let labels else {
      return [figure.mission, figure.need].compactMap(\.self).joined(separator: ": ")
    }
    return figure.need.map(labels.place(ofNeed:)) ?? figure.mission.map(labels.mission) ?? ""
  }

  private var note: String { comparison.isPaired ? pairedNote : unpairedNote }

  private var unpairedNote: String {
    let counts = [comparison.first, comparison.second].map { $0.replications.map(w.whole) ?? "0" }
    return w(
      en: """
        Difference: second less first, ± one standard error taken as if the runs, of \(counts[0]) and \(counts[1]) \
        replications, had nothing in common: what is in results.json tells no more, and where they met the same luck \
        less would be noise. Comparing the two scenarios themselves pairs their replications. What has no error is \
        no matter of chance. Beyond noise: by more than two standard errors.
        """,
      fr: """
        Différence : second moins premier, ± une erreur type calculée comme si les exécutions, de \(counts[0]) et \
        \(counts[1]) répétitions, n'avaient rien en commun : results.json n'en dit pas plus, et si le sort était le \
        même il y aurait moins de bruit. Comparer les deux scénarios eux-mêmes apparie leurs répétitions. Ce qui \
        n'a pas d'erreur ne relève pas du hasard. Au-delà du bruit : de plus de deux erreurs types.
        """)
  }

  private var pairedNote: String {
    let seed = comparison.first.seed ?? 0
    let count = w.whole(comparison.first.replications ?? 0)
    let measured = w.whole(comparison.measured)
    return w(
      en: """
        Difference: second less first, ± one standard error over \(count) replications under the same luck (seed \(seed)); what \
        has none is no matter of chance. Beyond noise: by more than two standard errors. \(measured) figures were \
        measured so; of those that a change can touch and does not move, one in twenty passes for moved.
        """,
      fr: """
        Différence : second moins premier, ± une erreur type sur \(count) répétitions avec le même hasard (graine \(seed)) ; ce qui \
        n'en a pas ne relève pas du hasard. Au-delà du bruit : de plus de deux erreurs types. \(measured) chiffres \
        ont été mesurés ainsi ; parmi ceux qu'un changement touche sans les modifier, un sur vingt paraît modifié.
        """)
  }
}

extension FigureDifference {
  fileprivate var isShare: Bool { kind != .weightedGapDays && kind != .gapDays }
}

extension Comparison {
  /// For programs, the keys of its types.
  var json: ResultValue {
    .object([
      ("first", first.json), ("second", second.json), ("paired", .bool(isPaired)),
      (
        "inputs",
        .array(
          inputs.map {
            .object([
              ("path", .string($0.path)), ("first", .optional($0.first)), ("second", .optional($0.second)),
            ])
          })
      ),
      ("figures", .array(figures.map(\.json))),
    ])
  }
}

extension Comparison.Plan {
  /// Its title, with what was changed in it.
  func name(_ w: Wording) -> String {
    guard !overrides.isEmpty else { return title }
    let changes = overrides.joined(separator: ", ")
    return w(en: "\(title), with \(changes)", fr: "\(title), avec \(changes)")
  }

  fileprivate var json: ResultValue {
    .object([
      ("title", .string(title)), ("overrides", .strings(overrides)), ("digest", .string(digest)),
      ("weightedGapDays", .number(weightedGapDays)), ("bound", .number(bound)),
      ("seed", seed.map(ResultValue.unsigned) ?? .null), ("replications", .optional(replications)),
    ])
  }
}

extension FigureDifference {
  fileprivate var json: ResultValue {
    let error = standardError.flatMap { $0.isFinite ? $0 : nil }
    return .object([
      ("kind", .string(kind.rawValue)), ("mission", .optional(mission)), ("need", .optional(need)),
      ("standardDays", .optional(standardDays)), ("first", .number(first)), ("second", .number(second)),
      ("difference", .number(difference)), ("standardError", .optional(error)),
      ("beyondNoise", .bool(isBeyondNoise)),
    ])
  }
}
