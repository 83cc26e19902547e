/// A small chart of shares over days: a band, a line, a plan, standard days.
struct CurvePanel {
  struct Curve {
    /// Day, 10 % and 90 %.
    var band: [(day: Int, low: Double, high: Double)] = []
    var mean: [(day: Int, share: Double)] = []
    /// From each day on.
    var plan: [(day: Int, share: Double)] = []
    var standards: [Int] = []
    var days: ClosedRange<Int>
  }

  private static let left = 17.0
  private static let bottom = 10.0

  let curve: Curve
  let x: Scale
  let y: Scale
  private let area: (left: Double, top: Double, width: Double, height: Double)

  /// In a frame that includes the figures along the axes.
  init(_ curve: Curve, left: Double, top: Double, width: Double, height: Double) {
    self.curve = curve
    area = (left, top, width, height)
    x = Scale(
      Double(curve.days.lowerBound)...Double(curve.days.upperBound),
      to: (left + Self.left)...(left + width - 6))
    y = Scale(0...1, to: (top + 3)...(top + height - Self.bottom), isReversed: true)
  }

  func draw(on canvas: inout Canvas) {
    drawAxes(on: &canvas)
    drawBand(on: &canvas)
    drawStandards(on: &canvas)
    drawLines(on: &canvas)
  }

  func drawBand(on canvas: inout Canvas) {
    let upper = curve.band.map { Canvas.Point(x(Double($0.day)), y($0.high)) }
    let lower = curve.band.reversed().map { Canvas.Point(x(Double($0.day)), y($0.low)) }
    canvas.path(upper + lower, look: "band", isClosed: true)
  }

  func drawStandards(on canvas: inout Canvas) {
    for day in curve.standards where curve.days.contains(day) {
      canvas.line(
        from: Canvas.Point(x(Double(day)), y.range.lowerBound),
        to: Canvas.Point(x(Double(day)), y.range.upperBound), look: "standard")
    }
  }

  func drawLines(on canvas: inout Canvas) {
    canvas.path(steps, look: "plan")
    canvas.path(curve.mean.map { Canvas.Point(x(Double($0.day)), y($0.share)) }, look: "mean")
  }

  private var steps: [Canvas.Point] {
    var points: [Canvas.Point] = []
    for (day, share) in curve.plan {
      if let last = points.last { points.append(Canvas.Point(x(Double(day)), last.y)) }
      points.append(Canvas.Point(x(Double(day)), y(share)))
    }
    if let last = points.last {
      points.append(Canvas.Point(x(Double(curve.days.upperBound)), last.y))
    }
    return points
  }

  func drawAxes(on canvas: inout Canvas) {
    for share in [0, 0.5, 1] {
      canvas.line(
        from: Canvas.Point(x.range.lowerBound, y(share)), to: Canvas.Point(x.range.upperBound, y(share)),
        look: share == 0 ? "axis" : "grid")
      canvas.text(
        "\(Int(share * 100))", x: x.range.lowerBound - 2.5, y: y(share) + 2.1, size: FigureStyle.small,
        anchor: .end, look: "muted")
    }
    let room = x.range.upperBound - x.range.lowerBound
    for day in x.dayTicks(most: max(2, Int(room / 26) + 1)) {
      canvas.text(
        NumberText.plain(day, decimals: 0), x: x(day), y: area.top + area.height - 2.5,
        size: FigureStyle.small, anchor: .middle, look: "muted")
      canvas.line(
        from: Canvas.Point(x(day), y.range.upperBound), to: Canvas.Point(x(day), y.range.upperBound + 1.5),
        look: "axis")
    }
  }
}

extension Canvas {
  /// One entry of a key to the figure.
  enum KeyMark {
    case line(String), area(String), dot(String), hollow(String)
  }

  /// Marks with their meaning, side by side as far as they fit; gives the height used.
  mutating func key(_ entries: [(mark: KeyMark, text: String)], x: Double = 0, y: Double) -> Double {
    var (left, top) = (x, y)
    for entry in entries {
      let needed = 17 + FontMetrics.width(entry.text, size: FigureStyle.small)
      if left > x, left + needed > width {
        left = x
        top += 9
      }
      switch entry.mark {
      case .line(let look): line(from: Point(left, top + 4), to: Point(left + 13, top + 4), look: look)
      case .area(let look): rectangle(x: left, y: top + 1.5, width: 13, height: 5.5, look: look)
      case .dot(let look), .hollow(let look): circle(Point(left + 6.5, top + 4), radius: 2, look: look)
      }
      text(
        TextFit.line(entry.text, width: width - left - 15, size: FigureStyle.small), x: left + 15,
        y: top + 6.2, size: FigureStyle.small, look: "muted")
      left += needed + 6
    }
    return top + 10 - y
  }
}

extension Wording {
  /// That a figure shows the first rows only.
  func cutNote(_ shown: Int, of count: Int) -> String {
    self(
      en: "The first \(shown) of \(count); the data has all.",
      fr: "Les \(shown) premiers sur \(count) ; les données ont tout.")
  }
}
