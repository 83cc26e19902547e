/// The page of an inquiry: the plan in a line, the answer in sentences, the tables.
struct InquiryPage {
  private let result: RunResult
  private let inquiry: Inquiry
  private let width: Int
  private let style: TextStyle
  private let page: PlannersPage

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
      base(found.weightedGapDays, found.bound) + cut(found.unfinished, "contributors")
    case .frontier(let frontier): of(frontier)
    case .progress(let progress): cut(progress.unfinished, "milestones")
    }
  }

  private func of(_ advice: Advice) -> String {
    let words = AskWords(result.scenario, result.wording)
    let total = advice.weightedGapDays
    var text = base(total, advice.bound) + cut(advice.unfinished, "asks")
    if let best = advice.best { text += "\n" + page.paragraph(words.sentence(best, of: total), style.bold) }
    let sentences = advice.asks.prefix(Self.mostSentences).map { words.sentence($0, of: total) }
    if sentences.isEmpty {
      return advice.unfinished > 0
        ? text : text + page.paragraph("Nothing is missing that could be asked for.")
    }
    return text + "\n" + sentences.map { page.item($0) }.joined()
  }

  private func of(_ frontier: Frontier) -> String {
    let labels = Labels(result.scenario)
    let lines = TextCurve(
      line: frontier.curve.map { ($0.limit, $0.weightedGapDays) },
      marks: frontier.plans.map { ($0.limit, $0.weightedGapDays) }
    ).lines(width: width, unit: frontier.limit.isBudget ? "US$" : "people")
    let key = "· if units could be divided, exact   ● plans in whole units"
    let current =
      frontier.current.map { "In the scenario it is \(NumberText.grouped($0))." } ?? "The scenario sets none."
    return page.paragraph(frontier.limit.title(labels, result.wording), style.bold) + page.paragraph(current)
      + (frontier.isCut ? page.paragraph("Stopped before all plans were made.", style.alarm) : "") + "\n"
      + lines.map { $0 + "\n" }.joined() + page.paragraph(key, style.dim)
  }

  private func base(_ gap: Double, _ bound: Double) -> String {
    let least = NumberText.grouped((bound * 10).rounded(.down) / 10)
    let proof =
      gap - bound <= ValueRange.noise * max(1, gap)
      ? "proved the smallest" : "and less than \(least) is impossible"
    return page.paragraph(
      "The plan leaves a weighted gap (days without cover, times weight) of \(NumberText.grouped(gap)), \(proof)."
    )
  }

  private func cut(_ unfinished: Int, _ what: String) -> String {
    unfinished == 0
      ? "" : page.paragraph("Stopped before \(unfinished) more \(what) were looked at.", style.alarm)
  }
}
