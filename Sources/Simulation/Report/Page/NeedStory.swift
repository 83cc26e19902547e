/// What there is to tell of one need: what is required, who is sent and when, with what chance, what holds them
/// up, and why not more.
struct NeedStory {
  let gap: GapRanking.Gap
  let result: RunResult
  let labels: Labels
  let assignments: [Assignment]
  let timelines: [[String]: PledgeTimeline]
  /// What holds up what is sent.
  let causes: [String]
  let ask: String?

  private var w: Wording { result.wording }

  /// For the template, under the identifier that the map leads to.
  func context(id: String, _ frames: inout CurveFrames) -> [String: Any] {
    let reasons = gap.plan.reasons.map { ReasonText(w).text($0) }
    var context: [String: Any] = [
      "id": id, "name": labels.place(ofNeed: gap.need), "required": required, "facts": facts,
      "sent": sent, "isSent": !sent.isEmpty, "reasons": reasons, "isOpen": !reasons.isEmpty,
      "causes": causes, "isHeldUp": !causes.isEmpty, "curve": curve(id, &frames),
    ]
    if let ask { context["ask"] = AskWords.capitalised(ask) }
    return context
  }

  private var required: String {
    let need = labels.need(withId: gap.need)
    let quantity = w.quantity(gap.plan.required, labels.measure(gap.plan.capability))
    let weight = w.plain(labels.weight(ofNeed: gap.need))
    let (from, until) = (max(0, need?.from ?? 0), need?.until ?? 0)
    let start = w.long(labels.date(ofDay: from))
    return w(
      en: "Required: \(quantity) from \(start), day \(from) to day \(until). Weight \(weight).",
      fr: "Requis : \(quantity) à partir du \(start), jours \(from) à \(until). Poids \(weight).")
  }

  private var facts: [[String: String]] {
    func fact(_ label: String, _ value: String) -> [String: String] { ["label": label, "value": value] }
    var facts = [
      fact(w(en: "Covered in the plan", fr: "Couvert dans le plan"), "\(w.percent(gap.plan.coverage)) %")
    ]
    if !result.isOfGivenPlan {
      facts.insert(
        fact(w(en: "Pledged on paper", fr: "Promis sur le papier"), "\(w.percent(gap.plan.pledged)) %"), at: 0
      )
    }
    guard let timeline = gap.timeline else { return facts }
    for (days, chance) in timeline.fullyCoveredBy.sorted(by: { $0.key < $1.key }) {
      facts.append(
        fact(
          w(en: "Chance of full cover by day \(days)", fr: "Chance de couverture complète au jour \(days)"),
          "\(Cell.chance(chance).text(in: .chance, form: .paper, w)) %"))
    }
    let days = Cell.estimate(timeline.gapDays).text(in: .estimate(decimals: 0), form: .paper, w)
    facts.append(fact(w(en: "Days without cover", fr: "Jours sans couverture"), days))
    return facts
  }

  private var sent: [String] {
    assignments.map { assignment in
      let measure = labels.pledge(withId: assignment.pledge).flatMap { labels.measure($0.capability) }
      let what = "\(labels.pledge(assignment.pledge)), \(w.quantity(assignment.quantity, measure))"
      guard !assignment.isInPlace else {
        return w(
          en: "\(what): in place on day 0, until day \(assignment.untilDay)",
          fr: "\(what) : sur place au jour 0, jusqu'au jour \(assignment.untilDay)")
      }
      let date = w.long(labels.date(ofDay: assignment.arrivalDay))
      let planned = w(
        en: "\(what): planned for day \(assignment.arrivalDay), \(date), until day \(assignment.untilDay)",
        fr:
          "\(what) : prévu au jour \(assignment.arrivalDay), le \(date), jusqu'au jour \(assignment.untilDay)"
      )
      return planned + chances(timelines[[assignment.pledge, assignment.need]])
    }
  }

  private func chances(_ timeline: PledgeTimeline?) -> String {
    guard let timeline else { return "" }
    let onTime = Cell.chance(timeline.onTime).text(in: .chance, form: .paper, w)
    let never = Cell.chance(timeline.never).text(in: .chance, form: .paper, w)
    let when = presence(timeline.arrivalQuantiles[50] ?? nil, timeline.arrivalQuantiles[90] ?? nil)
    return w(
      en: "; there \(when); on time \(onTime) %, never \(never) %",
      fr: " ; là \(when) ; à temps \(onTime) %, jamais \(never) %")
  }

  /// By which day in half and in nine of ten runs, as far as so many see it.
  private func presence(_ half: Int?, _ most: Int?) -> String {
    guard let half else {
      return w(
        en: "in fewer than half of all runs by the end", fr: "à la fin dans moins de la moitié des exécutions"
      )
    }
    let first = w(
      en: "by day \(half) in half of all runs", fr: "au jour \(half) dans la moitié des exécutions")
    guard let most else {
      return first + w(en: ", in fewer than 90 % by the end", fr: ", à la fin dans moins de 90 %")
    }
    return first + w(en: ", by day \(most) in 90 %", fr: ", au jour \(most) dans 90 %")
  }

  /// Coverage day by day; nothing where nothing comes.
  private func curve(_ id: String, _ frames: inout CurveFrames) -> String {
    guard let days = gap.timeline?.coverageByDay, days.contains(where: { $0.coverage.mean > 0 }) else {
      return ""
    }
    let panel = CurvePanel(
      CoverageFigure.curve(gap, result, labels), left: 0, top: 1, width: 240, height: 72)
    var frame = Canvas(width: 240)
    panel.drawAxes(on: &frame)
    panel.drawStandards(on: &frame)
    var canvas = Canvas(width: 240)
    canvas.height = 74 + frame.key(CoverageFigure.key(w), y: 74)
    panel.drawBand(on: &canvas)
    canvas.reuse(frames.id(of: frame))
    panel.drawLines(on: &canvas)
    let title = w(en: "Coverage over time", fr: "Couverture au fil du temps")
    return Figure(
      name: id + "-curve", title: title, description: labels.place(ofNeed: gap.need), canvas: canvas,
      data: Table(name: id, caption: title, columns: [], rows: [], language: result.language)
    ).inline
  }
}
