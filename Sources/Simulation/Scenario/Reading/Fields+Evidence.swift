extension Fields {
  /// The entry's sources and assumptions; call when all other keys have been asked for.
  ///
  /// Each is a text for the whole entry, or an object of texts by key of the entry.
  func evidence() -> Evidence {
    let keys = asked
    let sources = self["source"].map { Self.texts($0, keys: keys) } ?? [:]
    let assumptions = self["assumption"].map { Self.texts($0, keys: keys) } ?? [:]
    return Evidence(sources: sources, assumptions: assumptions)
  }

  private static func texts(_ value: Cursor, keys: [String]) -> [String: String] {
    value.record("evidence")
    let cursor = value.read(as: .objectOrText)
    return switch cursor.node.value {
    case .text: cursor.text().map { ["": $0] } ?? [:]
    case .object: cursor.table(key: { $0.fieldName(among: keys) }, value: { $0.text() })
    default: cursor.expectedEvidence()
    }
  }
}

extension Cursor {
  fileprivate func fieldName(among keys: [String]) -> String? {
    record("one of \(Set(keys).sorted().joined(separator: ", "))")
    guard let name = node.asText else { return nil }
    if keys.contains(name) { return name }
    report("the entry has no key \(quoted(name))\(reading.hint(for: name, among: keys))")
    return nil
  }

  fileprivate func expectedEvidence() -> [String: String] {
    expected("a text, or an object of texts by key of the entry")
    return [:]
  }
}

extension Evidence {
  /// Takes in what a part of the entry says about itself, under the part's name.
  mutating func add(_ part: Evidence, of name: String) {
    for (field, text) in part.sources { sources[Self.path(name, field)] = text }
    for (field, text) in part.assumptions { assumptions[Self.path(name, field)] = text }
  }

  /// Takes in what parts of the entry say about themselves, under their names already.
  mutating func add(_ parts: Evidence) {
    sources.merge(parts.sources) { own, _ in own }
    assumptions.merge(parts.assumptions) { own, _ in own }
  }

  private static func path(_ name: String, _ field: String) -> String {
    field.isEmpty ? name : "\(name).\(field)"
  }
}
