/// A drawing that becomes SVG; in points, from the upper left corner.
///
/// Looks are classes of ``FigureStyle``. It notes where each label stands, so that a test can see whether two
/// of them meet.
package struct Canvas: Sendable {
  /// A line of text and the box that it fills.
  package struct Label: Sendable, Equatable {
    package var text: String
    package var left: Double
    package var top: Double
    package var right: Double
    package var bottom: Double
  }

  package enum Anchor: String, Sendable {
    case start, middle, end
  }

  package struct Point: Sendable, Equatable {
    package var x: Double
    package var y: Double

    package init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  package let width: Double
  package var height: Double = 0
  package private(set) var labels: [Label] = []
  package private(set) var marks: [String] = []

  package init(width: Double) { self.width = width }

  /// One line of text, `y` its base line; `whole` is what it stands for where it was cut, shown when a reader
  /// points at it.
  package mutating func text(
    _ text: String, x: Double, y: Double, size: Double = FigureStyle.size, anchor: Anchor = .start,
    isBold: Bool = false, look: String = "ink", whole: String? = nil
  ) {
    guard !text.isEmpty else { return }
    let width = FontMetrics.width(text, size: size, isBold: isBold)
    let left = anchor == .start ? x : anchor == .middle ? x - width / 2 : x - width
    labels.append(
      Label(
        text: text, left: left, top: y - FontMetrics.ascent * size, right: left + width,
        bottom: y + FontMetrics.descent * size))
    let title =
      whole.map { $0 == text ? "" : "<title>\(HTMLText.escaped($0))</title>" } ?? ""
    let place = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    let weight = isBold ? " font-weight=\"bold\"" : ""
    marks.append(
      "<text x=\"\(Self.digits(x))\" y=\"\(Self.digits(y))\" class=\"\(look)\""
        + "\(size == FigureStyle.size ? "" : " font-size=\"\(Self.digits(size))\"")\(place)\(weight)>"
        + "\(HTMLText.escaped(text))\(title)</text>")
  }

  package mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, look: String, title: String? = nil
  ) {
    marks.append(
      "<rect x=\"\(Self.digits(x))\" y=\"\(Self.digits(y))\" width=\"\(Self.digits(max(0, width)))\" "
        + "height=\"\(Self.digits(height))\" class=\"\(look)\"\(Self.closing("rect", title))")
  }

  package mutating func line(from start: Point, to end: Point, look: String) {
    marks.append(
      "<path d=\"M\(Self.digits(start.x)) \(Self.digits(start.y))L\(Self.digits(end.x)) \(Self.digits(end.y))\" "
        + "class=\"\(look)\"/>")
  }

  /// Lines from point to point.
  package mutating func path(_ points: [Point], look: String, isClosed: Bool = false, title: String? = nil) {
    guard points.count > 1 else { return }
    let text = points.enumerated().map { index, point in
      "\(index == 0 ? "M" : "L")\(Self.digits(point.x)) \(Self.digits(point.y))"
    }
    marks.append(
      "<path d=\"\(text.joined())\(isClosed ? "Z" : "")\" class=\"\(look)\"\(Self.closing("path", title))")
  }

  /// What was drawn elsewhere in the same page, under an identifier.
  mutating func reuse(_ id: String) { marks.append("<use href=\"#\(id)\"/>") }

  package mutating func circle(_ centre: Point, radius: Double, look: String, title: String? = nil) {
    marks.append(
      "<circle cx=\"\(Self.digits(centre.x))\" cy=\"\(Self.digits(centre.y))\" r=\"\(Self.digits(radius))\" "
        + "class=\"\(look)\"\(Self.closing("circle", title))")
  }

  private static func closing(_ tag: String, _ title: String?) -> String {
    title.map { "><title>\(HTMLText.escaped($0))</title></\(tag)>" } ?? "/>"
  }

  /// A coordinate with two decimals at most.
  static func digits(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let hundredths = Int((value * 100).rounded())
    let (whole, part) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "-" : ""
    if part == 0 { return "\(sign)\(whole)" }
    return part % 10 == 0 ? "\(sign)\(whole).\(part / 10)" : "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)"
  }
}
