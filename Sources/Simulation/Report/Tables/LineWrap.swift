extension DisplayText {
  /// The text in lines of at most `width` columns, broken at blanks where possible.
  ///
  /// Text beyond `maxLines` is cut, and the cut is shown by "…". An empty text gives one empty line.
  package static func wrapped(_ text: String, width: Int, maxLines: Int = .max) -> [String] {
    let line = oneLine(text)
    if Self.width(line) <= width { return [line] }
    // More than fills the lines allowed is never looked at, however long a name is.
    let longest = maxLines < 1000 ? width * (maxLines + 1) : .max
    var lines = [""]
    for word in cut(line, to: longest).split(separator: " ") {
      append(word, to: &lines, width: max(1, width))
    }
    guard lines.count > maxLines else { return lines }
    let kept = lines.prefix(maxLines)
    return kept.dropLast() + [cut(kept.last.map { $0 + " …" } ?? "…", to: width)]
  }

  private static func append(_ word: Substring, to lines: inout [String], width: Int) {
    let last = lines[lines.count - 1]
    let joined = last.isEmpty ? String(word) : last + " " + word
    if Self.width(joined) <= width {
      lines[lines.count - 1] = joined
      return
    }
    if !last.isEmpty { lines.append("") }
    // A word wider than the line is broken behind a hyphen where there is one, else where the line is full.
    if Self.width(String(word)) > width, let hyphen = breakingHyphen(in: word, width: width) {
      lines[lines.count - 1] = String(word[...hyphen])
      lines.append("")
      append(word[word.index(after: hyphen)...], to: &lines, width: width)
      return
    }
    for character in word {
      let next = lines[lines.count - 1] + String(character)
      if Self.width(next) <= width || lines[lines.count - 1].isEmpty {
        lines[lines.count - 1] = next
      } else {
        lines.append(String(character))
      }
    }
  }

  /// The last hyphen within the first line that leaves something on both sides of it.
  private static func breakingHyphen(in word: Substring, width: Int) -> Substring.Index? {
    let hyphen = word.prefix(width).dropFirst(2).lastIndex(of: "-")
    return hyphen.flatMap { word.index(after: $0) < word.endIndex ? $0 : nil }
  }

  /// At most `width` columns; what is cut off is shown by "…".
  package static func cut(_ text: String, to width: Int) -> String {
    if Self.width(text) <= width { return text }
    var result = ""
    var used = 0
    for character in text {
      let next = used + Self.width(String(character))
      if next > width - 1 { break }
      result.append(character)
      used = next
    }
    while result.hasSuffix(" ") { result.removeLast() }
    return result + "…"
  }
}
