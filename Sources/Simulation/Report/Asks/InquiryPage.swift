/// The page of an inquiry: the plan in a line, the answer in sentences, the tables.
struct InquiryPage {
  private let result: RunResult
  private let inquiry: Inquiry
  private let width: Int
  private let style: TextStyle
  private let page: PlannersPage
  private var w: Wording { result.wording }

  /// Sentences on the page; the files have all.
  private static let mostSentences = 10

  init(_ result: RunResult, _ inquiry: Inquiry, width: Int, style: TextStyle) {
    self.result = result
    self.inquiry = inquiry
    self.width = width
    self.style = style
    page = PlannersPage(result, width: width, style: style)
  }

  var text: String {
    let writer = TerminalWriter(width: width, style: style)
    let sections =
      [page.title, answer] + inquiry.pageTables(result.scenario, result.wording).map(writer.text) + [
        page.notices, page.provenance,
      ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var answer: String {
    switch inquiry {
    case .ask(let advice): of(advice)
    case .indispensable(let found):
      base(found.weightedGapDays, found.bound)
        + cut(found.unfinished, w(en: "contributors", fr: "pays contributeurs"))
    case .frontier(let frontier): of(frontier)
    case .progress(let progress): cut(progress.unfinished, "milestones")
    case .compare(let comparison): of(comparison)
    }
  }

  private func of(_ comparison: Comparison) -> String {
    let moved = comparison.figures.count(where: \.isBeyondNoise)
    func gap(_ plan: Comparison.Plan) -> String {
      let (gap, least) = (w.grouped(plan.weightedGapDays), w.grouped((plan.bound * 10).rounded(.down) / 10))
      return w(en: "\(gap) (not less than \(least))", fr: "\(gap) (pas moins de \(least))")
    }
    let (one, two) = (gap(comparison.first), gap(comparison.second))
    let inputs = w.count(
      comparison.inputs.count, en: (one: "value differs", many: "values differ"),
      fr: (one: "valeur diffère", many: "valeurs diffèrent"))
    let all = comparison.figures.count
    let summary = w(
      en: "\(inputs); \(moved) of \(all) figures move beyond noise.",
      fr: "\(inputs) ; \(moved) chiffres sur \(all) changent au-delà du bruit.")
    let plans = w(
      en: "Weighted gap of the plans: \(one) in the first, \(two) in the second.",
      fr: "Écart pondéré des plans : \(one) dans le premier, \(two) dans le second.")
    return page.paragraph(
      w(en: "Compared with: \(comparison.second.title)", fr: "Comparé à : \(comparison.second.title)"))
      + page.paragraph(summary, style.bold) + page.paragraph(plans)
  }

  private func of(_ advice: Advice) -> String {
    let words = AskWords(result.scenario, result.wording)
    let total = advice.weightedGapDays
    var text = base(total, advice.bound) + cut(advice.unfinished, w(en: "asks", fr: "demandes"))
    if let best = advice.best { text += "\n" + page.paragraph(words.sentence(best, of: total), style.bold) }
    let sentences = advice.asks.prefix(Self.mostSentences).map { words.sentence($0, of: total) }
    if sentences.isEmpty {
      return advice.unfinished > 0
        ? text
        : text
          + page.paragraph(
            w(
              en: "Nothing is missing that could be asked for.",
              fr: "Rien ne manque que l'on pourrait demander."))
    }
    return text + "\n" + sentences.map { page.item($0) }.joined()
  }

  private func of(_ frontier: Frontier) -> String {
    let labels = Labels(result.scenario)
    let lines = TextCurve(
      line: frontier.curve.map { ($0.limit, $0.weightedGapDays) },
      marks: frontier.plans.map { ($0.limit, $0.weightedGapDays) }
    ).lines(
      width: width, w, unit: frontier.limit.isBudget ? w(en: "US$", fr: "dollars É.-U.") : w.noun(.personnel))
    let key = w(
      en: "· if units could be divided, exact   ● plans in whole units",
      fr: "· si les unités étaient divisibles, exact   ● plans en unités entières")
    let current =
      frontier.current.map { current in
        let value = w.grouped(current)
        return w(en: "In the scenario it is \(value).", fr: "Dans le scénario : \(value).")
      } ?? w(en: "The scenario sets none.", fr: "Le scénario n'en fixe pas.")
    return page.paragraph(frontier.limit.title(labels, result.wording), style.bold) + page.paragraph(current)
      + (frontier.isCut
        ? page.paragraph(
          w(en: "Stopped before all plans were made.", fr: "Arrêté avant que tous les plans soient faits."),
          style.alarm) : "") + "\n"
      + lines.map { $0 + "\n" }.joined() + page.paragraph(key, style.dim)
  }

  private func base(_ gap: Double, _ bound: Double) -> String {
    let least = w.grouped((bound * 10).rounded(.down) / 10)
    let proof =
      gap - bound <= ValueRange.noise * max(1, gap)
      ? w(en: "proved the smallest", fr: "le plus petit, prouvé")
      : w(en: "and less than \(least) is impossible", fr: "et moins de \(least) est impossible")
    let whole = w.grouped(gap)
    return page.paragraph(
      w(
        en: "The plan leaves a weighted gap (days without cover, times weight) of \(whole), \(proof).",
        fr: """
          Le plan laisse un écart pondéré (jours sans couverture, fois le poids) de \(whole), \(proof).
          """)
    )
  }

  private func cut(_ unfinished: Int, _ what: String) -> String {
    unfinished == 0
      ? ""
      : page.paragraph(
        w(
          en: "Stopped before \(unfinished) more \(what) were looked at.",
          fr: "Arrêté avant d'avoir examiné \(unfinished) autres \(what)."), style.alarm)
  }
}
