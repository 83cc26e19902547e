extension Cursor {
  /// A list, each element read by itself; those that cannot be read are left out.
  func list<Element>(of element: (Cursor) -> Element?) -> [Element] {
    elements().compactMap(element)
  }

  /// The elements of a list that is not too long.
  func elements() -> [Cursor] {
    record("list")
    let list = JSONNode(value: value(as: .list), place: node.place)
    guard let count = list.entryCount else {
      if node["csv"] != nil {
        report("only a list of entries can stand in a CSV file; write the values of this one here")
      } else {
        expected("a list in square brackets")
      }
      return []
    }
    guard count <= Reading.longestList else {
      report(
        "a list of \(Double(count).plain) entries; "
          + "allowed: at most \(Double(Reading.longestList).plain)")
      return []
    }
    return (list.entries(at: path) ?? []).map { child($0.node, $0.path) }
  }

  /// How many elements a list has; `nil` for anything but a list.
  var elementCount: Int? { read(as: .list).node.entryCount }

  var isEmptyList: Bool { elementCount == 0 }

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
    guard case .object(let members) = self.value(as: .object) else {
      expected("an object in braces")
      return [:]
    }
    var table: [Key: Value] = [:]
    for member in members {
      let memberPath = JSONPath.key(path, member.key)
      let name = JSONNode(value: .text(member.key), place: member.place)
      let knownKey = key(child(name, keyPath(of: member)))
      let read = value(child(member.node, memberPath))
      if let knownKey, let read { table[knownKey] = read }
    }
    return table
  }

  /// The way to a key itself: a column's title is the same for all rows.
  func keyPath(of member: JSONMember) -> JSONPath {
    let path = JSONPath.key(path, member.key)
    let isTitle = member.place.source == node.place.source && member.place < node.place && path.isInTable
    return isTitle ? path.inTitleRow : path
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
