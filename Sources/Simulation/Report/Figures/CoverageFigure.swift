/// Draws how far the worst needs are covered day by day: mean, band, plan and standard days.
struct CoverageFigure {
  static let most = 12
  private static let panelHeight = 56.0

  /// `nil` without a timeline.
  static func figure(_ result: RunResult, width: Double) -> Figure? {
    guard result.timeline != nil else { return nil }
    // A need to which nothing ever comes is a line at 0, which the heat map shows as well.
    let gaps = GapRanking(result).gaps.filter { gap in
      gap.timeline?.coverageByDay.contains { $0.coverage.mean > 0 } == true
    }
    guard !gaps.isEmpty else { return nil }
    var canvas = Canvas(width: width)
    let labels = Labels(result.scenario, result.wording)
    draw(Array(gaps.prefix(most)), result, labels, on: &canvas)
    let w = result.wording
    return Figure(
      name: "coverage-over-time", title: w(en: "Coverage over time", fr: "Couverture au fil du temps"),
      description: description(of: gaps.count, w), canvas: canvas, data: table(gaps, result, labels))
  }

  private static func description(of count: Int, _ w: Wording) -> String {
    let which =
      count > most
      ? w(
        en: "the \(most) needs with the largest weighted gaps among the \(count)",
        fr: "des \(most) besoins aux plus grands écarts pondérés parmi les \(count)")
      : w(en: "each need", fr: "de chaque besoin")
    return w(
      en: """
        Share covered by day, in percent, of \(which) to which anything comes. The line is the mean over all runs, \
        the band holds 80 % of them, the dashed line is the plan; dotted lines are the standard days, counted \
        from the need's first.
        """,
      fr: """
        Part couverte par jour, en pour cent, \(which) où quelque chose arrive. Le trait est la moyenne de toutes \
        les exécutions, la bande en contient 80 %, le tireté est le plan ; en pointillé les jours de référence, \
        comptés depuis le premier jour du besoin.
        """)
  }

  private static func draw(
    _ gaps: [GapRanking.Gap], _ result: RunResult, _ labels: Labels, on canvas: inout Canvas
  ) {
    let columns = max(1, min(gaps.count, Int(canvas.width / 110)))
    let panel = canvas.width / Double(columns)
    var y = 1.0
    for first in stride(from: 0, to: gaps.count, by: columns) {
      let row = gaps[first..<min(first + columns, gaps.count)]
      let titles = row.map {
        TextFit.lines(
          labels.place(ofNeed: $0.need), width: panel - 6, size: FigureStyle.size, isBold: true, most: 2)
      }
      let titleHeight = Double(titles.map(\.count).max() ?? 1) * 8.4
      for (column, (gap, lines)) in zip(row, titles).enumerated() {
        let left = Double(column) * panel
        for (index, line) in lines.enumerated() {
          canvas.text(
            line, x: left, y: y + 6.5 + Double(index) * 8.4, isBold: true,
            whole: labels.place(ofNeed: gap.need))
        }
        CurvePanel(
          curve(gap, result, labels), left: left, top: y + titleHeight, width: panel, height: panelHeight
        ).draw(on: &canvas)
      }
      y += titleHeight + panelHeight + 6
    }
    canvas.height = y + canvas.key(key(result.wording), y: y) + 1
  }

  static func key(_ w: Wording) -> [(mark: Canvas.KeyMark, text: String)] {
    [
      (.line("mean"), w(en: "mean, %", fr: "moyenne, %")),
      (.area("band"), w(en: "P10 to P90", fr: "P10 à P90")),
      (.line("plan"), w(en: "plan", fr: "plan")),
      (.line("standard"), w(en: "standard days", fr: "jours de référence")),
    ]
  }

  /// What is known of a need, day by day.
  static func curve(_ gap: GapRanking.Gap, _ result: RunResult, _ labels: Labels) -> CurvePanel.Curve {
    let days = gap.timeline?.coverageByDay ?? []
    let start = max(0, labels.need(withId: gap.need)?.from ?? 0)
    let last = max(start + 1, result.scenario.horizon.days)
    var curve = CurvePanel.Curve(days: 0...last)
    curve.band = days.map { ($0.day, $0.p10, $0.p90) }
    curve.mean = days.map { ($0.day, $0.coverage.mean) }
    curve.plan = gap.plan.cells.map { ($0.from, $0.coverage) }
    if let end = gap.plan.cells.last?.until, end < last { curve.plan.append((end, 0)) }
    curve.standards = result.scenario.simulation.standards.map { start + $0 }
    return curve
  }

  private static func table(_ gaps: [GapRanking.Gap], _ result: RunResult, _ labels: Labels) -> Table {
    let rows = gaps.flatMap { gap in
      (gap.timeline?.coverageByDay ?? []).map { day in
        Table.Row([
          .text(gap.need), .text(labels.place(ofNeed: gap.need)), .day(day.day), .estimate(day.coverage),
          .share(day.p10), .share(day.p90),
          gap.plan.cells.last { $0.from <= day.day }.map { .share($0.coverage) } ?? .missing,
        ])
      }
    }
    return Table(
      name: "coverage-over-time", caption: "Coverage over time",
      columns: [
        Table.Column("need", "Need id"), Table.Column("place", "Need"), Table.Column("day", "Day", .day),
        Table.Column("coverage", "Mean", .shareEstimate(decimals: 1), unit: "%"),
        Table.Column("p10", "P10", .share(decimals: 0)), Table.Column("p90", "P90", .share(decimals: 0)),
        Table.Column("plan", "In plan", .share(decimals: 0)),
      ], rows: rows)
  }
}
