/// Draws how the gap falls as a limit rises: the exact curve of divisible units, and plans with their bounds.
enum FrontierFigure {
  /// `nil` where there is no curve.
  static func figure(_ frontier: Frontier, _ scenario: Scenario, _ w: Wording, width: Double) -> Figure? {
    guard let first = frontier.curve.first, let last = frontier.curve.last else { return nil }
    let title = frontier.limit.title(Labels(scenario, w), w)
    let gaps = frontier.curve.map(\.weightedGapDays) + frontier.plans.map(\.weightedGapDays)
    let top = max(gaps.max() ?? 1, 1e-9)
    var canvas = Canvas(width: width)
    let names = Scale(0...top, to: 8...150, isReversed: true)
    let ticks = names.ticks(most: 6)
    let left =
      (ticks.map { FontMetrics.width(w.grouped($0), size: FigureStyle.small) }.max() ?? 0) + 4
    let scales = (x: Scale(first.limit...last.limit, to: left...(width - 12)), y: names)
    drawAxes(scales.x, scales.y, ticks, isBudget: frontier.limit.isBudget, w, on: &canvas)
    draw(frontier, scales.x, scales.y, w, on: &canvas)
    let key: [(mark: Canvas.KeyMark, text: String)] = [
      (
        .line("mean"),
        w(en: "if units could be divided, exact", fr: "si les unités étaient divisibles, exact")
      ), (.dot("dot"), w(en: "plan in whole units", fr: "plan en unités entières")),
      (
        .line("limit"),
        w(en: "down to what no plan can undercut", fr: "jusqu'à ce que nul plan ne peut réduire")
      ),
    ]
    canvas.height = 172 + canvas.key(key, y: 172) + 1
    return Figure(
      name: "frontier", title: title,
      description: w(
        en: """
          Weighted gap in days as the limit rises from \(w.grouped(first.limit)) to \(w.grouped(last.limit)). The \
          line is exact if units could be divided; dots are plans in whole units, each with a line down to what \
          no plan can undercut.
          """,
        fr: """
          Écart pondéré en jours quand la limite passe de \(w.grouped(first.limit)) à \(w.grouped(last.limit)). Le \
          trait est exact si les unités étaient divisibles ; les points sont des plans en unités entières, \
          chacun avec un trait jusqu'à ce que nul plan ne peut réduire.
          """),
      canvas: canvas, data: table(frontier))
  }

  private static func drawAxes(
    _ x: Scale, _ y: Scale, _ ticks: [Double], isBudget: Bool, _ w: Wording, on canvas: inout Canvas
  ) {
    for tick in ticks {
      canvas.line(
        from: Canvas.Point(x.range.lowerBound, y(tick)), to: Canvas.Point(x.range.upperBound, y(tick)),
        look: tick == 0 ? "axis" : "grid")
      canvas.text(
        w.grouped(tick), x: x.range.lowerBound - 2.5, y: y(tick) + 2.1, size: FigureStyle.small,
        anchor: .end, look: "muted")
    }
    let unit =
      isBudget
      ? w(en: "US$", fr: "$ É.-U.") : w(en: "people", fr: "personnes")
    let millions = x.domain.upperBound >= 2e6
    let wide = FontMetrics.width(name(x.domain.upperBound, millions, w), size: FigureStyle.small) + 12
    let room = x.range.upperBound - x.range.lowerBound
    for tick in x.ticks(most: max(2, Int(room / wide))) {
      canvas.line(
        from: Canvas.Point(x(tick), y.range.upperBound), to: Canvas.Point(x(tick), y.range.upperBound + 2),
        look: "axis")
      canvas.text(
        name(tick, millions, w), x: x(tick), y: y.range.upperBound + 9, size: FigureStyle.small,
        anchor: .middle,
        look: "muted")
    }
    canvas.text(
      millions ? w(en: "million \(unit)", fr: "millions \(unit)") : unit, x: x.range.upperBound,
      y: y.range.upperBound + 17.5,
      size: FigureStyle.small, anchor: .end, look: "muted")
    canvas.text(
      w(en: "weighted gap, days", fr: "écart pondéré, jours"), x: x.range.lowerBound + 3, y: 6,
      size: FigureStyle.small, look: "muted")
  }

  private static func name(_ value: Double, _ inMillions: Bool, _ w: Wording) -> String {
    w.grouped(inMillions ? value / 1e6 : value)
  }

  private static func draw(
    _ frontier: Frontier, _ x: Scale, _ y: Scale, _ w: Wording, on canvas: inout Canvas
  ) {
    if let current = frontier.current, x.domain.contains(current) {
      canvas.line(
        from: Canvas.Point(x(current), y.range.lowerBound), to: Canvas.Point(x(current), y.range.upperBound),
        look: "standard")
    }
    canvas.path(
      frontier.curve.map { Canvas.Point(x($0.limit), y($0.weightedGapDays)) }, look: "mean")
    for plan in frontier.plans {
      let point = Canvas.Point(x(plan.limit), y(plan.weightedGapDays))
      canvas.line(from: point, to: Canvas.Point(point.x, y(plan.bound)), look: "limit")
      canvas.circle(
        point, radius: 2.2, look: "dot",
        title: w(
          en: "\(w.grouped(plan.limit)): \(w.grouped(plan.weightedGapDays))",
          fr: "\(w.grouped(plan.limit)) : \(w.grouped(plan.weightedGapDays))"))
    }
  }

  /// The curve's points and the plans in one table.
  private static func table(_ frontier: Frontier) -> Table {
    let points = frontier.curve.map {
      Table.Row([.text("divisible"), .number($0.limit), .number($0.weightedGapDays), .missing])
    }
    let plans = frontier.plans.map {
      Table.Row([.text("plan"), .number($0.limit), .number($0.weightedGapDays), .number($0.bound)])
    }
    return Table(
      name: "frontier", caption: "Weighted gap at each limit",
      columns: [
        Table.Column("kind", "Kind"), Table.Column("value", "Limit", .number(decimals: 2)),
        Table.Column("weightedGapDays", "Weighted gap", .number(decimals: 1), unit: "days"),
        Table.Column("bound", "Not less than", .number(decimals: 1), unit: "days"),
      ], rows: points + plans)
  }
}
