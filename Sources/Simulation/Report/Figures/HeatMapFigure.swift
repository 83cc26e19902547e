/// Draws coverage as a map of missions and capabilities, dark where there is a gap.
struct HeatMapFigure {
  private static let cellWidth = 13.5
  private static let planWidth = 19.0
  private static let groupGap = 5.0
  private static let rowHeight = 13.0
  private static let most = 60

  private let matrix: CoverageMatrix
  private let width: Double
  private let w: Wording
  private var canvas: Canvas

  init(_ matrix: CoverageMatrix, _ wording: Wording, width: Double) {
    self.matrix = matrix
    self.width = width
    w = wording
    canvas = Canvas(width: width)
  }

  /// `nil` where nothing is needed.
  static func figure(_ result: RunResult, width: Double) -> Figure? {
    let matrix = CoverageMatrix(result)
    guard !matrix.rows.isEmpty else { return nil }
    let w = result.wording
    var drawing = HeatMapFigure(matrix, w, width: width)
    drawing.draw()
    return Figure(
      name: "coverage-heatmap",
      title: w(
        en: "How far needs are covered, by mission and capability",
        fr: "Couverture des besoins, par mission et capacité"),
      description: description(isTimed: matrix.isTimed, w),
      canvas: drawing.canvas, data: drawing.table)
  }

  private static func description(isTimed: Bool, _ w: Wording) -> String {
    let timed = w(
      en: "on the standard days after its first, the mean of all runs, and ",
      fr: "aux jours de référence après le premier, moyenne de toutes les exécutions, et ")
    let when = isTimed ? timed : ""
    return w(
      en: """
        Share of each need that is covered, in percent: \(when)in the plan. Dark is a gap, pale is covered. The \
        largest weighted gaps stand first.
        """,
      fr: """
        Part couverte de chaque besoin, en pour cent : \(when)dans le plan. Foncé : un écart ; clair : couvert. \
        Les plus grands écarts pondérés d'abord.
        """)
  }

  private var groupWidth: Double {
    matrix.readings.reduce(Self.groupGap) { $0 + ($1 == .plan ? Self.planWidth : Self.cellWidth) }
  }

  /// As many missions side by side as fit beside the names, the others below them.
  private mutating func draw() {
    let fitting = Int((width - 88) / groupWidth)
    let perBand = max(1, min(fitting, matrix.columns.count))
    let nameWidth = width - Double(perBand) * groupWidth
    var y = 2.0
    for first in stride(from: 0, to: matrix.columns.count, by: perBand) {
      let columns = first..<min(first + perBand, matrix.columns.count)
      y = drawBand(columns, nameWidth: nameWidth, from: y) + 8
    }
    drawKey(y)
    canvas.height = y + 20
  }

  private mutating func drawBand(_ columns: Range<Int>, nameWidth: Double, from top: Double) -> Double {
    let rows = matrix.rows.filter { row in columns.contains { row.entries[$0] != nil } }
    for (place, column) in columns.enumerated() {
      let left = nameWidth + Double(place) * groupWidth + Self.groupGap
      let room = groupWidth - Self.groupGap
      let name = matrix.columns[column].name
      canvas.text(
        TextFit.line(name, width: room, size: FigureStyle.size, isBold: true), x: left, y: top + 7,
        isBold: true, whole: name)
      for (reading, x, cell) in cells(from: left) {
        canvas.text(
          heading(reading), x: x + cell / 2, y: top + 15.5, size: FigureStyle.small, anchor: .middle,
          look: "muted")
      }
    }
    var y = top + 18.5
    for row in rows.prefix(Self.most) {
      y = draw(row, columns, nameWidth: nameWidth, from: y)
    }
    if rows.count > Self.most {
      canvas.text(w.cutNote(Self.most, of: rows.count), x: 0, y: y + 8, look: "muted")
      y += 11
    }
    return y
  }

  private mutating func draw(
    _ row: CoverageMatrix.Row, _ columns: Range<Int>, nameWidth: Double, from top: Double
  ) -> Double {
    let lines = TextFit.lines(row.name, width: nameWidth - 2, size: FigureStyle.size, most: 2)
    let height = lines.count > 1 ? Self.rowHeight + 5 : Self.rowHeight
    for (index, line) in lines.enumerated() {
      let offset = lines.count > 1 ? 7.4 + Double(index) * 8 : 9.2
      canvas.text(line, x: 0, y: top + offset, whole: row.name)
    }
    for (place, column) in columns.enumerated() {
      let left = nameWidth + Double(place) * groupWidth + Self.groupGap
      guard let entry = row.entries[column] else { continue }
      for (index, cell) in cells(from: left).enumerated() {
        drawCell(entry.shares[index], x: cell.x, y: top, width: cell.width, height: height)
      }
    }
    return top + height
  }

  private mutating func drawCell(_ share: Double?, x: Double, y: Double, width: Double, height: Double) {
    guard let share else {
      canvas.rectangle(x: x, y: y, width: width, height: height, look: "empty")
      return
    }
    canvas.rectangle(x: x, y: y, width: width, height: height, look: FigureStyle.heat(share))
    canvas.text(
      w.percent(share), x: x + width / 2, y: y + height / 2 + 2.2, size: FigureStyle.small,
      anchor: .middle, look: FigureStyle.heatText(share))
  }

  private func cells(from left: Double) -> [(reading: CoverageMatrix.Reading, x: Double, width: Double)] {
    var x = left
    return matrix.readings.map { reading in
      let width = reading == .plan ? Self.planWidth : Self.cellWidth
      defer { x += width }
      return (reading, x, width)
    }
  }

  private func heading(_ reading: CoverageMatrix.Reading) -> String {
    switch reading {
    case .day(let days): "\(days)"
    case .plan: w(en: "plan", fr: "plan")
    }
  }

  private mutating func drawKey(_ top: Double) {
    let words =
      matrix.isTimed
      ? w(en: "Covered, %: mean N days on; in the plan", fr: "Couvert, % : moyenne après N jours ; plan")
      : w(en: "Covered in the plan, %", fr: "Couvert dans le plan, %")
    canvas.text(words, x: 0, y: top + 7, size: FigureStyle.small, look: "muted")
    let steps = 11
    for step in 0..<steps {
      let share = Double(step) / Double(steps - 1)
      canvas.rectangle(
        x: Double(step) * 12, y: top + 10, width: 12, height: 8, look: FigureStyle.heat(share))
      if step % 5 == 0 {
        canvas.text(
          "\(step * 10)", x: Double(step) * 12 + 6, y: top + 16.2, size: 5.5, anchor: .middle,
          look: FigureStyle.heatText(share))
      }
    }
  }

  private var table: Table {
    let columns =
      [
        Table.Column("mission", "Mission id"), Table.Column("need", "Need id"),
        Table.Column("needName", "Need"),
      ]
      + matrix.readings.map { reading in
        switch reading {
        case .day(let days): Table.Column("day\(days)", "Day \(days)", .share(decimals: 1), unit: "%")
        case .plan: Table.Column("plan", "In plan", .share(decimals: 1), unit: "%")
        }
      }
    let rows = matrix.rows.flatMap { row in
      zip(matrix.columns, row.entries).compactMap { column, entry in
        entry.map { entry in
          Table.Row(
            [.text(column.mission), .text(entry.need), .text(row.name)]
              + entry.shares.map { $0.map(Cell.share) ?? .missing })
        }
      }
    }
    return Table(name: "coverage-heatmap", caption: "Coverage", columns: columns, rows: rows)
  }
}
