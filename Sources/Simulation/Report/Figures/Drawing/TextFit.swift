/// Text made to fit into a width.
package enum TextFit {
  /// One line; what is too long ends with an ellipsis.
  package static func line(_ text: String, width: Double, size: Double, isBold: Bool = false) -> String {
    let text = DisplayText.oneLine(text)
    if FontMetrics.width(text, size: size, isBold: isBold) <= width { return text }
    let room = width - FontMetrics.width("…", size: size, isBold: isBold)
    var kept = ""
    var used = 0.0
    for character in text {
      used += FontMetrics.width(String(character), size: size, isBold: isBold)
      if used > room { break }
      kept.append(character)
    }
    return String(kept.reversed().drop { $0 == " " || $0 == "," }.reversed()) + "…"
  }

  /// At most so many lines, broken between words where that is possible.
  package static func lines(
    _ text: String, width: Double, size: Double, isBold: Bool = false, most: Int
  ) -> [String] {
    let words = DisplayText.oneLine(text).split(separator: " ").map(String.init)
    var lines: [String] = []
    var line = ""
    for (index, word) in words.enumerated() {
      let longer = line.isEmpty ? word : line + " " + word
      if line.isEmpty || FontMetrics.width(longer, size: size, isBold: isBold) <= width {
        line = longer
      } else if lines.count == most - 1 {
        line = ([line] + words[index...]).joined(separator: " ")
        break
      } else {
        lines.append(line)
        line = word
      }
    }
    return (lines + [line]).map { self.line($0, width: width, size: size, isBold: isBold) }
  }
}
