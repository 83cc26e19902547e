/// A falling curve drawn with characters: exact points joined, plans marked on top.
struct TextCurve {
  /// Rising by `x`.
  var line: [(x: Double, y: Double)]
  var marks: [(x: Double, y: Double)]

  private static let height = 12

  /// Lines without blanks at their ends; empty where there is nothing to draw.
  func lines(width: Int, _ w: Wording, unit: String) -> [String] {
    guard let first = line.first, let last = line.last, last.x > first.x else { return [] }
    let all = line + marks
    let top = all.map(\.y).max() ?? 0
    let bottom = all.map(\.y).min() ?? 0
    let labels = [top, bottom].map { w.grouped($0) }
    let margin = labels.map(\.count).max() ?? 0
    let columns = max(20, min(width - margin - 3, 72))
    func row(_ y: Double) -> Int {
      top > bottom ? Int(((top - y) / (top - bottom) * Double(Self.height - 1)).rounded()) : 0
    }
    var grid = [[Character]](repeating: Array(repeating: " ", count: columns), count: Self.height)
    for column in 0..<columns {
      let x = first.x + (last.x - first.x) * Double(column) / Double(columns - 1)
      grid[row(height(at: x))][column] = "·"
    }
    for mark in marks {
      let column = Int(((mark.x - first.x) / (last.x - first.x) * Double(columns - 1)).rounded())
      grid[row(mark.y)][min(max(column, 0), columns - 1)] = "●"
    }
    let drawn = grid.enumerated().map { number, characters in
      let label = number == 0 ? labels[0] : number == Self.height - 1 ? labels[1] : ""
      return DisplayText.padded(label, to: margin, .right) + " │" + Self.trimmed(String(characters))
    }
    let indent = String(repeating: " ", count: margin + 1)
    let ends = (w.grouped(first.x), "\(w.grouped(last.x)) \(unit)")
    let gap = max(1, columns - ends.0.count - ends.1.count)
    return drawn + [
      indent + "└" + String(repeating: "─", count: columns),
      indent + " " + ends.0 + String(repeating: " ", count: gap) + ends.1,
    ]
  }

  private func height(at x: Double) -> Double {
    guard let after = line.firstIndex(where: { $0.x >= x }) else { return line[line.count - 1].y }
    guard after > 0 else { return line[0].y }
    let (left, right) = (line[after - 1], line[after])
    return left.y + (right.y - left.y) * (x - left.x) / (right.x - left.x)
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}
