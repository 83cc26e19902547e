/// Finds what templates name and nothing has: a misspelt name would otherwise leave a hole in the page.
struct TemplateCheck {
  let shipped: [String: String]
  let own: [String: String]
  let directory: String

  private struct Tag {
    var isPartial: Bool
    var name: String
    var line: Int
  }

  /// - Throws: ``TemplateRefused`` at the first.
  func run() throws(TemplateRefused) {
    let known = Set(shipped.values.flatMap { Self.tags(in: $0).filter { !$0.isPartial }.map(\.name) })
    let partials = Set(shipped.keys).union(own.keys).filter { $0.hasSuffix(".mustache") }
      .map { String($0.dropLast(9)) }
    var called = Set(shipped.keys)
    for (file, text) in own.sorted(by: { $0.key < $1.key }) where file.hasSuffix(".mustache") {
      for tag in Self.tags(in: text) {
        let allowed = tag.isPartial ? partials.sorted() : known.sorted()
        if tag.isPartial { called.insert(tag.name + ".mustache") }
        guard !allowed.contains(tag.name) else { continue }
        throw TemplateRefused(
          "\(directory)/\(file):\(tag.line): \(tag.isPartial ? "there is no template" : "the page knows no") "
            + "'\(tag.name)'" + Self.hint(tag.name, allowed))
      }
    }
    for file in own.keys.sorted() where !called.contains(file) {
      throw TemplateRefused(
        "\(directory)/\(file): no part of the page has this name" + Self.hint(file, shipped.keys.sorted()))
    }
  }

  private static func hint(_ name: String, _ allowed: [String]) -> String {
    var nearest = NearestName()
    return nearest.nearest(to: name, among: allowed).map { "; did you mean '\($0)'?" } ?? ""
  }

  /// Tags that name something, with their lines; comments, ends of sections and `.` name nothing new.
  private static func tags(in text: String) -> [Tag] {
    var tags: [Tag] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var rest = line
      while let start = rest.range(of: "{{") {
        let end = rest.range(of: "}}", from: start.upperBound)
        let inside = rest[start.upperBound..<(end?.lowerBound ?? rest.endIndex)]
        if let tag = tag(inside, line: number + 1) { tags.append(tag) }
        rest = end.map { rest[$0.upperBound...] } ?? ""
      }
    }
    return tags
  }

  private static func tag(_ inside: Substring, line: Int) -> Tag? {
    guard let sign = inside.first, !"!/=$<%".contains(sign) else { return nil }
    let name = inside.drop { "{&#^> ".contains($0) }.prefix {
      $0.isLetter || $0.isNumber || ".-_".contains($0)
    }
    guard !name.isEmpty, name != "." else { return nil }
    return Tag(isPartial: sign == ">", name: String(name), line: line)
  }
}

extension Substring {
  /// Where a text stands at or after a place.
  fileprivate func range(of text: String, from place: Index? = nil) -> Range<Index>? {
    var start = place ?? startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
