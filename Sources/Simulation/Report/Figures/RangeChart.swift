/// Draws rows of a name and a range of values on one scale, such as intervals of asks or causes.
package struct RangeChart: Sendable {
  package struct Row: Sendable {
    package var name: String
    package var low: Double
    package var high: Double
    /// Drawn as a dot.
    package var value: Double?
    /// Drawn as a hollow dot.
    package var other: Double?
    /// What an error bar over the range spans.
    package var whisker: ClosedRange<Double>?
    /// Beside the range.
    package var text: String

    package init(
      name: String, low: Double, high: Double, value: Double? = nil, other: Double? = nil, text: String
    ) {
      self.name = name
      self.low = low
      self.high = high
      self.value = value
      self.other = other
      self.text = text
    }
  }

  private let rows: [Row]
  private let nameShare: Double

  package init(_ rows: [Row], nameShare: Double = 0.46) {
    self.rows = rows
    self.nameShare = nameShare
  }

  /// What stands beside a range: no more digits than its size asks for.
  static func text(_ estimate: Estimate, _ w: Wording) -> String {
    let decimals = abs(estimate.mean) < 10 ? 1 : 0
    return w.local(estimate.text(in: .estimate(decimals: decimals), form: .paper))
  }

  /// A drawing of the rows alone, with a note where there are more than these, and a key.
  func canvas(
    width: Double, axis: String, outOf count: Int, key: [(mark: Canvas.KeyMark, text: String)], _ w: Wording
  ) -> Canvas {
    var canvas = Canvas(width: width)
    var y = draw(on: &canvas, from: 2, axis: axis, w)
    if count > rows.count {
      canvas.text(w.cutNote(rows.count, of: count), x: 0, y: y + 7, look: "muted")
      y += 10
    }
    canvas.height = y + canvas.key(key, y: y) + 1
    return canvas
  }

  /// Gives the place below.
  package func draw(on canvas: inout Canvas, from top: Double, axis: String, _ w: Wording) -> Double {
    let nameWidth = canvas.width * nameShare
    let texts = rows.map { FontMetrics.width($0.text, size: FigureStyle.small) }.max() ?? 0
    let most = rows.map { max($0.high, $0.value ?? 0, $0.other ?? 0, $0.whisker?.upperBound ?? 0) }.max() ?? 1
    let least = min(0, rows.map { min($0.low, $0.value ?? 0, $0.whisker?.lowerBound ?? 0) }.min() ?? 0)
    let x = Scale(least...max(most, least + 1e-9), to: nameWidth + 4...(canvas.width - texts - 6))
    var y = top
    let ticks = x.ticks(most: max(3, Int((x.range.upperBound - x.range.lowerBound) / 26) + 1))
    let bodyTop = y
    let bottom = y + rows.reduce(0) { $0 + height(of: $1, nameWidth) }
    for tick in ticks {
      canvas.line(from: Canvas.Point(x(tick), bodyTop), to: Canvas.Point(x(tick), bottom), look: "grid")
    }
    for row in rows { y = draw(row, x: x, nameWidth: nameWidth, top: y, w, on: &canvas) }
    for tick in ticks {
      canvas.text(
        w.grouped(tick), x: x(tick), y: y + 8, size: FigureStyle.small, anchor: .middle,
        look: "muted")
    }
    canvas.line(
      from: Canvas.Point(x.range.lowerBound, y), to: Canvas.Point(x.range.upperBound, y), look: "axis")
    canvas.text(
      TextFit.line(axis, width: canvas.width, size: FigureStyle.small), x: canvas.width, y: y + 17,
      size: FigureStyle.small, anchor: .end, look: "muted")
    return y + 20
  }

  private func lines(of row: Row, _ nameWidth: Double) -> [String] {
    TextFit.lines(row.name, width: nameWidth - 4, size: FigureStyle.size, most: 3)
  }

  private func height(of row: Row, _ nameWidth: Double) -> Double {
    Double(lines(of: row, nameWidth).count) * 8.2 + 4.5
  }

  private func draw(
    _ row: Row, x: Scale, nameWidth: Double, top: Double, _ w: Wording, on canvas: inout Canvas
  ) -> Double {
    let lines = lines(of: row, nameWidth)
    let height = height(of: row, nameWidth)
    let middle = top + height / 2
    for (index, line) in lines.enumerated() {
      canvas.text(line, x: 0, y: top + 8.2 + Double(index) * 8.2, whole: row.name)
    }
    let (start, end) = (x(row.low), x(row.high))
    canvas.rectangle(
      x: start - 0.6, y: middle - 2.4, width: end - start + 1.2, height: 4.8, look: "range",
      title: w(en: "\(row.name): \(row.text)", fr: "\(row.name) : \(row.text)"))
    if let whisker = row.whisker { drawWhisker(whisker, x: x, middle: middle, on: &canvas) }
    if let value = row.value { canvas.circle(Canvas.Point(x(value), middle), radius: 2.2, look: "dot") }
    if let other = row.other { canvas.circle(Canvas.Point(x(other), middle), radius: 2, look: "hollow") }
    let reach = max(end, row.other.map { x($0) + 2 } ?? 0, row.whisker.map { x($0.upperBound) } ?? 0)
    canvas.text(
      row.text, x: reach + 4, y: middle + 2.1, size: FigureStyle.small,
      look: "muted")
    return top + height
  }

  private func drawWhisker(
    _ whisker: ClosedRange<Double>, x: Scale, middle: Double, on canvas: inout Canvas
  ) {
    let (start, end) = (x(whisker.lowerBound), x(whisker.upperBound))
    canvas.line(from: Canvas.Point(start, middle), to: Canvas.Point(end, middle), look: "error")
    for end in [start, end] {
      canvas.line(from: Canvas.Point(end, middle - 1.8), to: Canvas.Point(end, middle + 1.8), look: "error")
    }
  }
}
