/// Axes, standard days and keys of the stories' curves, each of which the page holds once however many needs share
/// it.
struct CurveFrames {
  private var numbers: [[String]: Int] = [:]
  private var frames: [[String]] = []

  /// The identifier of what is drawn on a canvas.
  mutating func id(of canvas: Canvas) -> String {
    let number = numbers[canvas.marks] ?? frames.count
    if number == frames.count {
      numbers[canvas.marks] = number
      frames.append(canvas.marks)
    }
    return Self.id(number)
  }

  private static func id(_ number: Int) -> String { "frame-\(number + 1)" }

  /// A drawing of no size that holds all of them; nothing where there are none.
  var definitions: String {
    guard !frames.isEmpty else { return "" }
    let groups = frames.enumerated().map { number, marks in
      "<g id=\"\(Self.id(number))\">\(marks.joined(separator: "\n"))</g>"
    }
    return "<svg class=\"figure\" aria-hidden=\"true\" style=\"position:absolute;width:0;height:0\"><defs>"
      + groups.joined(separator: "\n") + "</defs></svg>"
  }
}
