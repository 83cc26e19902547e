/// The answer to an inquiry in sentences.
struct InquiryText {
  /// A sentence, and how much it is to strike the eye.
  struct Line {
    enum Look: String {
      case plain, statement, alarm, item
    }

    var text: String
    var look: Look
  }

  private let result: RunResult
  private let inquiry: Inquiry
  private var w: Wording { result.wording }

  /// Sentences on the page; the files have all.
  private static let mostSentences = 10

  init(_ result: RunResult, _ inquiry: Inquiry) {
    self.result = result
    self.inquiry = inquiry
  }

  /// Sentences that belong together, the answer before its proof.
  var groups: [[Line]] {
    let groups =
      switch inquiry {
      case .ask(let advice): of(advice)
      case .indispensable(let found):
        [
          base(found.weightedGapDays, found.bound)
            + cut(found.unfinished, w(en: "contributors", fr: "pays contributeurs"))
        ]
      case .frontier(let frontier): [of(frontier)]
      case .progress(let progress): [of(progress)]
      case .compare(let comparison): [of(comparison)]
      }
    return groups.filter { !$0.isEmpty }
  }

  private func of(_ comparison: Comparison) -> [Line] {
    let words = ComparisonWords(comparison, w)
    let other = comparison.second.name(w)
    return [
      Line(
        text: w(en: "Compared with: \(other)", fr: "Comparé à : \(other)"),
        look: .plain),
      Line(text: words.summary, look: .statement), Line(text: words.plans, look: .plain),
    ]
  }

  private func of(_ progress: Progress) -> [Line] {
    let stopped = cut(progress.unfinished, w(en: "milestones", fr: "étapes"))
    guard let first = progress.milestones.first, let last = progress.milestones.last,
      progress.milestones.count > 1
    else { return stopped }
    func change(_ name: String, _ share: (MilestoneProgress) -> Double?) -> String? {
      guard let before = share(first), let now = share(last) else { return nil }
      return w(
        en: "\(name) \(w.percent(before)) % to \(w.percent(now)) %",
        fr: "\(name) \(w.percent(before)) % à \(w.percent(now)) %")
    }
    let days = progress.shownStandardDays
    let changes = [
      change(w(en: "on paper from", fr: "sur le papier de")) { $0.pledged },
      change(w(en: "in the plan from", fr: "dans le plan de")) { $0.planned },
      days.flatMap { days in
        change(w(en: "there on day \(days) from", fr: "présente au jour \(days) de")) { one in
          one.inTime.first { $0.standardDays == days }?.share.mean
        }
      },
    ].compactMap(\.self)
    let list = w.list(changes)
    let (start, end) = (first.milestone.name, last.milestone.name)
    let text = w(
      en: "\(start) to \(end), the share of today's weighted need that is met: \(list).",
      fr: "\(start) – \(end), la part satisfaite des besoins pondérés d'aujourd'hui : \(list).")
    return [Line(text: text, look: .statement)] + stopped
  }

  private func of(_ advice: Advice) -> [[Line]] {
    let words = AskWords(result.scenario, w)
    let total = advice.weightedGapDays
    var groups = [base(total, advice.bound) + cut(advice.unfinished, w(en: "asks", fr: "demandes"))]
    if let best = advice.best {
      groups.append([Line(text: words.sentence(best, of: total), look: .statement)])
    }
    let sentences = advice.asks.prefix(Self.mostSentences).map { words.sentence($0, of: total) }
    if !sentences.isEmpty {
      groups.append(sentences.map { Line(text: $0, look: .item) })
    } else if advice.unfinished == 0 {
      let nothing = w(
        en: "Nothing is missing that could be asked for.", fr: "Rien ne manque que l'on pourrait demander.")
      groups[groups.count - 1].append(Line(text: nothing, look: .plain))
    }
    return groups
  }

  private func of(_ frontier: Frontier) -> [Line] {
    let current =
      frontier.current.map { current in
        let value = w.grouped(current)
        return w(en: "In the scenario it is \(value).", fr: "Dans le scénario : \(value).")
      } ?? w(en: "The scenario sets none.", fr: "Le scénario n'en fixe pas.")
    let stopped = w(
      en: "Stopped before all plans were made.", fr: "Arrêté avant que tous les plans soient faits.")
    return [
      Line(text: frontier.limit.title(Labels(result.scenario, result.wording), w), look: .statement),
      Line(text: current, look: .plain),
    ] + (frontier.isCut ? [Line(text: stopped, look: .alarm)] : [])
  }

  private func base(_ gap: Double, _ bound: Double) -> [Line] {
    let least = w.groupedDown(bound)
    let proof =
      gap - bound <= ValueRange.noise * max(1, gap)
      ? w(en: "proved the smallest", fr: "le plus petit, prouvé")
      : w(en: "and less than \(least) is impossible", fr: "et moins de \(least) est impossible")
    let whole = w.grouped(gap)
    let text = w(
      en: "The plan leaves a weighted gap (days without cover, times weight) of \(whole), \(proof).",
      fr: """
        Le plan laisse un écart pondéré (jours sans couverture, fois le poids) de \(whole), \(proof).
        """)
    return [Line(text: text, look: .plain)]
  }

  private func cut(_ unfinished: Int, _ what: String) -> [Line] {
    guard unfinished > 0 else { return [] }
    let text = w(
      en: "Stopped before \(unfinished) more \(what) were looked at.",
      fr: "Arrêté avant d'avoir examiné \(unfinished) autres \(what).")
    return [Line(text: text, look: .alarm)]
  }
}
