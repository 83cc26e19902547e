/// The page of an inquiry: the answer in sentences, then its tables.
struct InquiryPage {
  private let result: RunResult
  private let inquiry: Inquiry
  private let width: Int
  private let style: TextStyle
  private let page: PlannersPage
  private var w: Wording { result.wording }

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
      [page.title] + InquiryText(result, inquiry).groups.map { $0.map(line).joined() } + [curve]
      + inquiry.pageTables(result.scenario, result.wording).map(writer.text) + [
        page.notices, page.provenance,
      ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func line(_ line: InquiryText.Line) -> String {
    switch line.look {
    case .plain: page.paragraph(line.text)
    case .statement: page.paragraph(line.text, style.bold)
    case .alarm: page.paragraph(line.text, style.alarm)
    case .item: page.item(line.text)
    }
  }

  /// The frontier in characters; nothing for other inquiries.
  private var curve: String {
    guard case .frontier(let frontier) = inquiry else { return "" }
    let lines = TextCurve(
      line: frontier.curve.map { ($0.limit, $0.weightedGapDays) },
      marks: frontier.plans.map { ($0.limit, $0.weightedGapDays) }
    ).lines(
      width: width, w, unit: frontier.limit.isBudget ? w(en: "US$", fr: "dollars É.-U.") : w.noun(.personnel))
    let key = w(
      en: "· if units could be divided, exact   ● plans in whole units",
      fr: "· si les unités étaient divisibles, exact   ● plans en unités entières")
    return lines.map { $0 + "\n" }.joined() + page.paragraph(key, style.dim)
  }
}
