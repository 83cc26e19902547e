/// Draws the S-curve of arrivals: how much of what the plan sends is there by each day.
struct ArrivalsFigure {
  /// Units of one mission, or of all, on each day.
  struct Curve {
    var name: String
    var mission: String?
    var units: Double
    /// Expected and planned share of the units.
    var days: [(day: Int, expected: Double, planned: Double)]
  }

  private static let most = 12

  /// `nil` without a timeline, or where nothing is sent.
  static func figure(_ result: RunResult, width: Double) -> Figure? {
    let curves = curves(result)
    guard let all = curves.first else { return nil }
    var canvas = Canvas(width: width)
    let days = 0...max(1, result.scenario.horizon.days)
    let words = result.wording
    var y = draw(all, words, days: days, left: 0, top: 1, width: width, height: 110, on: &canvas) + 4
    let missions = curves.dropFirst().prefix(most)
    let columns = max(1, min(missions.count, Int(width / 110)))
    let panel = width / Double(columns)
    for (index, curve) in missions.enumerated() {
      let (row, column) = (index / columns, index % columns)
      _ = draw(
        curve, words, days: days, left: Double(column) * panel, top: y + Double(row) * 71, width: panel,
        height: 56,
        on: &canvas)
    }
    y += Double((missions.count + columns - 1) / columns) * 71
    let w = result.wording
    let key: [(mark: Canvas.KeyMark, text: String)] = [
      (.line("mean"), w(en: "expected, % of the units sent", fr: "attendu, % des unités envoyées")),
      (.line("plan"), w(en: "plan", fr: "plan")),
    ]
    canvas.height = y + canvas.key(key, y: y) + 1
    return Figure(
      name: "arrivals-curve",
      title: w(en: "What is sent, and what arrives", fr: "Ce qui est envoyé, et ce qui arrive"),
      description: w(
        en: """
          Share of the units in the plan that have come by each day, a pledge counted when all of it is there: \
          expected over all runs (full line) and as planned (dashed).
          """,
        fr: """
          Part des unités du plan arrivées à chaque jour, un engagement compté lorsqu'il est là en entier : \
          attendue sur toutes les exécutions (trait plein) et prévue (tireté).
          """),
      canvas: canvas, data: table(curves))
  }

  private static func draw(
    _ curve: Curve, _ w: Wording, days: ClosedRange<Int>, left: Double, top: Double, width: Double,
    height: Double,
    on canvas: inout Canvas
  ) -> Double {
    let units = w.quantity(curve.units, .units)
    let title = w(en: "\(curve.name): \(units)", fr: "\(curve.name) : \(units)")
    canvas.text(
      TextFit.line(title, width: width - 6, size: FigureStyle.size, isBold: true), x: left, y: top + 6.5,
      isBold: true, whole: title)
    var panel = CurvePanel.Curve(days: days)
    panel.mean = curve.days.map { ($0.day, $0.expected) }
    panel.plan = curve.days.map { ($0.day, $0.planned) }
    CurvePanel(panel, left: left, top: top + 9.5, width: width, height: height).draw(on: &canvas)
    return top + 9.5 + height
  }

  /// All missions first, where there are several.
  private static func curves(_ result: RunResult) -> [Curve] {
    let labels = Labels(result.scenario, result.wording)
    let timelines = (result.timeline?.pledges ?? []).filter { !$0.arrivedBy.isEmpty }
    let units = planned(result)
    guard !timelines.isEmpty else { return [] }
    let missions = result.scenario.missions.compactMap { mission in
      curve(
        mission.name, mission.id, timelines.filter { labels.need(withId: $0.need)?.mission == mission.id },
        units)
    }
    let all =
      missions.count == 1
      ? nil
      : curve(
        result.wording(en: "All missions", fr: "Toutes les missions"), nil, timelines, units)
    return (all.map { [$0] } ?? []) + missions
  }

  private struct Sending {
    var units = 0.0
    var lastDay = 0
  }

  private static func planned(_ result: RunResult) -> [[String]: Sending] {
    (result.allocation?.assignments ?? []).reduce(into: [:]) { units, assignment in
      let key = [assignment.pledge, assignment.need]
      units[key, default: Sending()].units += assignment.units
      units[key, default: Sending()].lastDay = max(units[key]?.lastDay ?? 0, assignment.arrivalDay)
    }
  }

  private static func curve(
    _ name: String, _ mission: String?, _ timelines: [PledgeTimeline], _ planned: [[String]: Sending]
  ) -> Curve? {
    guard let days = timelines.first?.arrivedBy.map(\.day) else { return nil }
    let sent = timelines.map { planned[[$0.pledge, $0.need]] ?? Sending() }
    let total = sent.reduce(0) { $0 + $1.units }
    guard total > 0 else { return nil }
    let points = days.enumerated().map { index, day in
      let expected = zip(timelines, sent).reduce(0) { $0 + $1.0.arrivedBy[index].share * $1.1.units }
      let due = sent.reduce(0) { $0 + ($1.lastDay <= day ? $1.units : 0) }
      return (day: day, expected: expected / total, planned: due / total)
    }
    return Curve(name: name, mission: mission, units: total, days: points)
  }

  private static func table(_ curves: [Curve]) -> Table {
    Table(
      name: "arrivals-curve", caption: "What is sent, and what arrives",
      columns: [
        Table.Column("mission", "Mission id"), Table.Column("units", "Units", .number(decimals: 2)),
        Table.Column("day", "Day", .day),
        Table.Column("expected", "Expected", .share(decimals: 1), unit: "%"),
        Table.Column("planned", "Planned", .share(decimals: 1), unit: "%"),
      ],
      rows: curves.flatMap { curve in
        curve.days.map { day in
          Table.Row([
            .optional(curve.mission), .number(curve.units), .day(day.day), .share(day.expected),
            .share(day.planned),
          ])
        }
      })
  }
}
