/// Draws who is where and when: the plan's bars, and when each pledge may really come.
struct GanttFigure {
  private static let most = 60
  private static let rowHeight = 11.0

  private struct Bar {
    var assignment: Assignment
    var name: String
    var mission: String
    var missionName: String
    var timeline: PledgeTimeline?
    var tourDays: Int?
  }

  /// `nil` where nothing is sent.
  static func figure(_ result: RunResult, width: Double) -> Figure? {
    let bars = bars(result)
    guard !bars.isEmpty else { return nil }
    var canvas = Canvas(width: width)
    let w = result.wording
    draw(Array(bars.prefix(most)), of: bars.count, days: result.scenario.horizon.days, w, on: &canvas)
    return Figure(
      name: "deployments", title: w(en: "Who is where, and when", fr: "Qui est où, et quand"),
      description: w(
        en: """
          Each bar is a pledge at a need from its planned arrival to its end; white cuts are rotations. The dark \
          line runs from the day by which it has come in 10 % of all runs to that of 90 %, the dot is half of \
          them; an arrow means that so many never see it.
          """,
        fr: """
          Chaque barre est un engagement auprès d'un besoin, de son arrivée prévue à sa fin ; les coupures \
          blanches sont des relèves. Le trait foncé va du jour où il est arrivé dans 10 % des exécutions à celui \
          de 90 %, le point est la moitié ; une flèche : autant ne le voient jamais.
          """),
      canvas: canvas, data: table(bars, result))
  }

  private static func bars(_ result: RunResult) -> [Bar] {
    let labels = Labels(result.scenario, result.wording)
    let timelines = result.pledgeTimelines
    let order = Dictionary(
      result.scenario.missions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let bars = (result.allocation?.assignments ?? []).map { assignment in
      let pledge = labels.pledge(withId: assignment.pledge)
      let contributor = labels.contributor(ofPledge: assignment.pledge)
      return Bar(
        assignment: assignment, name: "\(contributor), \(labels.need(assignment.need))",
        mission: labels.need(withId: assignment.need)?.mission ?? "",
        missionName: labels.mission(labels.need(withId: assignment.need)?.mission ?? ""),
        timeline: timelines[[assignment.pledge, assignment.need]],
        tourDays: assignment.isInPlace ? nil : pledge?.tourDays)
    }
    return bars.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      return (order[a.mission] ?? 0, a.assignment.arrivalDay, left.offset)
        < (order[b.mission] ?? 0, b.assignment.arrivalDay, right.offset)
    }.map(\.element)
  }

  private static func draw(_ bars: [Bar], of count: Int, days: Int, _ w: Wording, on canvas: inout Canvas) {
    let nameWidth = max(100, canvas.width * 0.46)
    let x = Scale(0...Double(max(1, days)), to: nameWidth...(canvas.width - 8))
    var y = 2.0
    let top = y + 9
    var mission = ""
    for (index, bar) in bars.enumerated() {
      if bar.mission != mission || index == 0 {
        mission = bar.mission
        y += index == 0 ? 0 : 3
        canvas.text(
          TextFit.line(bar.missionName, width: canvas.width, size: FigureStyle.size, isBold: true), x: 0,
          y: y + 7,
          isBold: true, whole: bar.missionName)
        y += 10
      }
      y += draw(bar, x: x, nameWidth: nameWidth, top: y, on: &canvas)
    }
    drawAxis(x, from: top, to: y + 1, on: &canvas)
    y += 12
    if count > bars.count {
      canvas.text(w.cutNote(bars.count, of: count), x: 0, y: y + 6, look: "muted")
      y += 10
    }
    let key: [(mark: Canvas.KeyMark, text: String)] = [
      (.area("bar"), w(en: "planned", fr: "prévu")),
      (.area("present"), w(en: "in place on day 0", fr: "sur place au jour 0")),
      (.line("span"), w(en: "comes, P10 to P90", fr: "arrive, P10 à P90")), (.dot("dot"), "P50"),
    ]
    canvas.height = y + canvas.key(key, y: y) + 1
  }

  /// Gives the height of the row.
  private static func draw(
    _ bar: Bar, x: Scale, nameWidth: Double, top: Double, on canvas: inout Canvas
  ) -> Double {
    let assignment = bar.assignment
    let lines = TextFit.lines(bar.name, width: nameWidth - 5, size: FigureStyle.size, most: 2)
    for (index, line) in lines.enumerated() {
      canvas.text(
        line, x: 0, y: top + 7.6 + Double(index) * 8, whole: "\(bar.name) (\(assignment.pledge))")
    }
    let height = rowHeight + Double(lines.count - 1) * 8
    let top = top + Double(lines.count - 1) * 4
    let start = x(Double(assignment.arrivalDay))
    canvas.rectangle(
      x: start, y: top + 1.2, width: x(Double(assignment.untilDay)) - start, height: 8.4,
      look: assignment.isInPlace ? "present" : "bar",
      title: "\(assignment.pledge): day \(assignment.arrivalDay) to \(assignment.untilDay)")
    for day in turns(of: bar) {
      canvas.line(
        from: Canvas.Point(x(Double(day)), top + 1.2), to: Canvas.Point(x(Double(day)), top + 9.6),
        look: "turn")
    }
    if !assignment.isInPlace { drawChance(bar.timeline, x: x, middle: top + 5.4, on: &canvas) }
    return height
  }

  /// Days on which one rotation takes over from another.
  private static func turns(of bar: Bar) -> [Int] {
    guard let tour = bar.tourDays, tour > 0 else { return [] }
    return Array(
      stride(from: bar.assignment.arrivalDay + tour, to: bar.assignment.untilDay, by: tour))
  }

  private static func drawChance(
    _ timeline: PledgeTimeline?, x: Scale, middle: Double, on canvas: inout Canvas
  ) {
    guard let first = timeline?.arrivalQuantiles[10] ?? nil else { return }
    let last = timeline?.arrivalQuantiles[90] ?? nil
    let (start, end) = (x(Double(first)), last.map { x(Double($0)) } ?? x.range.upperBound + 4)
    canvas.line(from: Canvas.Point(start, middle), to: Canvas.Point(end, middle), look: "span")
    canvas.line(from: Canvas.Point(start, middle - 2.2), to: Canvas.Point(start, middle + 2.2), look: "span")
    if last != nil {
      canvas.line(from: Canvas.Point(end, middle - 2.2), to: Canvas.Point(end, middle + 2.2), look: "span")
    } else {
      canvas.path(
        [
          Canvas.Point(end - 2.5, middle - 2.2), Canvas.Point(end, middle),
          Canvas.Point(end - 2.5, middle + 2.2),
        ], look: "span")
    }
    if let half = timeline?.arrivalQuantiles[50] ?? nil {
      canvas.circle(Canvas.Point(x(Double(half)), middle), radius: 2, look: "dot")
    }
  }

  private static func drawAxis(_ x: Scale, from top: Double, to bottom: Double, on canvas: inout Canvas) {
    let room = x.range.upperBound - x.range.lowerBound
    for day in x.dayTicks(most: max(2, Int(room / 26) + 1)) {
      canvas.line(from: Canvas.Point(x(day), bottom), to: Canvas.Point(x(day), bottom + 2), look: "axis")
      canvas.text(
        NumberText.plain(day, decimals: 0), x: x(day), y: bottom + 8.5, size: FigureStyle.small,
        anchor: .middle, look: "muted")
    }
    canvas.line(
      from: Canvas.Point(x.range.lowerBound, bottom), to: Canvas.Point(x.range.upperBound, bottom),
      look: "axis")
  }

  private static func table(_ bars: [Bar], _ result: RunResult) -> Table {
    let percents = [10, 50, 90]
    return Table(
      name: "deployments", caption: "Who is where, and when",
      columns: [
        Table.Column("mission", "Mission id"), Table.Column("need", "Need id"),
        Table.Column("pledge", "Pledge id"), Table.Column("units", "Units", .number(decimals: 2)),
        Table.Column("arrivalDay", "Planned day", .day), Table.Column("untilDay", "Leaves day", .day),
        Table.Column("tourDays", "Days of a tour", .day),
      ] + percents.map { Table.Column("p\($0)", "P\($0)", .day) },
      rows: bars.map { bar in
        Table.Row(
          [
            .text(bar.mission), .text(bar.assignment.need), .text(bar.assignment.pledge),
            .number(bar.assignment.units), .day(bar.assignment.arrivalDay), .day(bar.assignment.untilDay),
            .optional(day: bar.tourDays),
          ] + percents.map { .optional(day: bar.timeline?.arrivalQuantiles[$0] ?? nil) })
      })
  }
}
