/// A value of the file, the way to it, and the reading it belongs to.
///
/// Each method reads the value as one type. What does not fit is reported and comes back as `nil`, so that the
/// next problem can be found; a scenario with a problem is never handed out.
struct Cursor {
  let node: JSONNode
  let path: JSONPath
  let reading: Reading

  func report(_ message: String) {
    reading.problems.report(Problem(place: node.place, path: "\(path)", message: message))
  }

  /// The value, read as one kind where it stands in a CSV file and has no type of its own.
  func value(as kind: CSVKind) -> JSONValue {
    guard case .cell(let cell) = node.value else { return node.value }
    reading.kinds.record(kind, of: cell, in: node.place.source)
    do throws(CellFailure) {
      return try cell.value(as: kind, at: node.place)
    } catch {
      report(error.message)
      reading.brokenCells.insert(node.place)
      return .refused
    }
  }

  /// The same value with the type that ``value(as:)`` gives it, for what may be of several types.
  func read(as kind: CSVKind) -> Cursor {
    guard case .cell = node.value else { return self }
    let typed = JSONNode(value: value(as: kind), place: node.place)
    return Cursor(node: typed, path: path, reading: reading)
  }

  /// A value in this one: on the way to it, or on that of the override which put it there.
  func child(_ node: JSONNode, _ path: JSONPath) -> Cursor {
    Cursor(node: node, path: reading.path(at: node.place) ?? path, reading: reading)
  }

  /// Reports a value of the wrong type; says nothing of one that was refused before.
  func expected(_ what: String) {
    if case .refused = node.value { return }
    if reading.brokenCells.contains(node.place) { return }
    report("expected \(what), found \(node.kindAndValue)")
  }

  /// Takes down what the value is read as.
  func record(_ kind: @autoclosure () -> String) { reading.record?.value(kind(), at: path) }

  func flag() -> Bool? {
    record("true or false")
    if case .flag(let flag) = value(as: .flag) { return flag }
    expected("true or false")
    return nil
  }

  /// A text for people: any characters but those that steer a terminal.
  func text() -> String? {
    record("text")
    guard case .text(let text) = value(as: .text) else {
      expected("a text in double quotes")
      return nil
    }
    if let control = text.unicodeScalars.first(where: { $0.isControl && $0 != "\n" && $0 != "\t" }) {
      report("the control character U+\(control.hexadecimal) may not stand in a text")
      return nil
    }
    return text
  }

  /// A name that other entries use: 1 to 100 letters, digits, `-`, `_`, `.`.
  func identifier() -> String? {
    record("identifier")
    guard case .text(let text) = value(as: .text) else {
      expected("an identifier in double quotes")
      return nil
    }
    guard (1...100).contains(text.utf8.count), text.utf8.allSatisfy(Self.isIdentifierByte) else {
      report(
        "\(quoted(text)) is not an identifier; allowed: 1 to 100 letters a-z A-Z, digits, '-', '_', '.'")
      return nil
    }
    return text
  }

  /// The identifier of an entry that exists.
  func reference(to kind: EntryKind) -> String? {
    guard let id = identifier() else { return nil }
    if reading.incomplete.contains(kind) || reading.index.knows(id, as: kind) { return id }
    let hint = reading.hint(for: id, among: reading.index.names(of: kind))
    report("no \(kind.singular) has the id '\(id)'\(hint)")
    return nil
  }

  /// One of a few names that entries of a kind have; for any other the complaint, the name and what was
  /// probably meant.
  func identifier(among names: Set<String>, of kind: EntryKind, orElse complaint: String) -> String? {
    guard let id = identifier() else { return nil }
    if reading.incomplete.contains(kind) || names.contains(id) { return id }
    report("\(complaint) '\(id)'\(reading.hint(for: id, among: names))")
    return nil
  }

  /// A language by its ISO 639 code.
  func language() -> String? {
    record("language")
    guard case .text(let text) = value(as: .text) else {
      expected("a language code in double quotes")
      return nil
    }
    if (2...3).contains(text.utf8.count), text.utf8.allSatisfy({ (97...122).contains($0) }) { return text }
    report("\(quoted(text)) is not a language code; allowed: two or three small letters, such as 'fr'")
    return nil
  }

  /// One of the names of an enumeration.
  func choice<Choice>(_ type: Choice.Type = Choice.self) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    let names = Choice.allCases.map(\.rawValue)
    record("one of \(names.sorted().joined(separator: ", "))")
    guard case .text(let text) = value(as: .text) else {
      expected("one of \(names.joined(separator: ", "))")
      return nil
    }
    if let choice = Choice(rawValue: text) { return choice }
    let meant = reading.names.nearest(to: text, among: names).map { "; did you mean '\($0)'?" } ?? ""
    report("\(quoted(text)) is not one of \(names.joined(separator: ", "))\(meant)")
    return nil
  }

  private static func isIdentifierByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// At least four digits, as in U+001B.
  fileprivate var hexadecimal: String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
