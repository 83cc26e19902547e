extension Cursor {
  /// A list, each element read by itself; those that cannot be read are left out.
  func list<Element>(of element: (Cursor) -> Element?) -> [Element] {
    elements().compactMap(element)
  }

  /// The elements of a list that is not too long.
  func elements() -> [Cursor] {
    record("list")
    guard case .list(let nodes) = node.value else {
      if node["csv"] != nil {
        report("lists from CSV files are not supported by this version; write the entries here")
      } else {
        expected("a list in square brackets")
      }
      return []
    }
    guard nodes.count <= Reading.longestList else {
      report(
        "a list of \(Double(nodes.count).plain) entries; "
          + "allowed: at most \(Double(Reading.longestList).plain)")
      return []
    }
    return nodes.enumerated().map { Cursor(node: $1, path: .index(path, $0), reading: reading) }
  }

  var isEmptyList: Bool {
    if case .list(let nodes) = node.value { nodes.isEmpty } else { false }
  }

  /// Names that may stand once each, in file order.
  func distinct(_ name: (Cursor) -> String?) -> [String] {
    var seen: Set<String> = []
    return list { element in
      guard let value = name(element) else { return nil }
      if seen.insert(value).inserted { return value }
      element.report("'\(value)' is listed twice")
      return nil
    }
  }

  func references(to kind: EntryKind) -> [String] { distinct { $0.reference(to: kind) } }

  func identifiers() -> [String] { distinct { $0.identifier() } }

  func languages() -> [String] { distinct { $0.language() }.sorted() }

  /// An object whose keys are names, each value read by itself.
  ///
  /// The key is checked as a text that stands at the key's place.
  func table<Key: Hashable, Value>(
    key: (Cursor) -> Key?, value: (Cursor) -> Value?
  ) -> [Key: Value] {
    record("object")
    reading.record?.table(at: path)
    guard case .object(let members) = node.value else {
      expected("an object in braces")
      return [:]
    }
    var table: [Key: Value] = [:]
    for member in members {
      let memberPath = JSONPath.key(path, member.key)
      let name = JSONNode(value: .text(member.key), place: member.place)
      let knownKey = key(Cursor(node: name, path: memberPath, reading: reading))
      let read = value(Cursor(node: member.node, path: memberPath, reading: reading))
      if let knownKey, let read { table[knownKey] = read }
    }
    return table
  }

  /// Figures by category of personnel.
  func byCategory(in bounds: Bounds) -> [PersonnelCategory: Double] {
    table(key: { $0.choice() }, value: { $0.number(in: bounds) })
  }

  /// An object with keys of its own; the closure reads them, then unknown ones are reported.
  func object<Value>(_ body: (Fields) -> Value?) -> Value? {
    record("object")
    guard let fields = Fields(self) else { return nil }
    let value = body(fields)
    fields.reportUnknownKeys()
    return value
  }
}
