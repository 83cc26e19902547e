/// Finds what two scenarios say differently.
package enum InputDifferences {
  /// Keys that change no figure.
  private static let silent: Set<String> = ["$schema", "formatVersion", "id", "notes", "overrides", "title"]

  /// Differences in the order of their paths; a whole entry that only one has is one difference.
  ///
  /// - Parameters:
  ///   - first: A scenario as one plain JSON text, ``LoadedScenario/text``.
  ///   - second: The other.
  /// - Returns: Values as they are written: `360` and `2018-11-10` differ even where they are the same day.
  package static func between(_ first: String, _ second: String) -> [InputDifference] {
    let (one, two) = (root(of: first), root(of: second))
    return differences(one, two, at: "").filter { difference in
      !silent.contains(String(difference.path.prefix { $0 != "." }))
    }
  }

  private static func root(of text: String) -> JSONNode? {
    JSONParser.parse(SourceText(name: "scenario", bytes: Array(text.utf8))).root
  }

  private static func differences(_ first: JSONNode?, _ second: JSONNode?, at path: String)
    -> [InputDifference]
  {
    guard let one = first.flatMap(children), let two = second.flatMap(children) else {
      let (one, two) = (first.flatMap(text), second.flatMap(text))
      return one == two ? [] : [InputDifference(path: path, first: one, second: two)]
    }
    return Set(one.keys).union(two.keys).sorted().flatMap { key in
      differences(one[key], two[key], at: path.isEmpty ? key : "\(path).\(key)")
    }
  }

  /// Members of an object, or entries of a list by their identifiers; `nil` for what is one value.
  private static func children(of node: JSONNode) -> [String: JSONNode]? {
    switch node.value {
    case .object(let members):
      return Dictionary(members.map { ($0.key, $0.node) }, uniquingKeysWith: { first, _ in first })
    case .list(let nodes):
      let names = nodes.map { $0["id"]?.asText }
      guard !nodes.isEmpty, names.allSatisfy({ $0 != nil }) else { return nil }
      return Dictionary(
        zip(names, nodes).map { ($0 ?? "", $1) }, uniquingKeysWith: { first, _ in first })
    default: return nil
    }
  }

  /// A value as one line of JSON; an entry is told by its identifier alone.
  private static func text(of node: JSONNode) -> String? {
    switch node.value {
    case .null: nil
    case .flag(let flag): "\(flag)"
    case .number(_, let raw): raw
    case .text(let text): text
    case .object(let members):
      node["id"]?.asText ?? "{"
        + members.map { "\($0.key): \(text(of: $0.node) ?? "null")" }.joined(separator: ", ") + "}"
    case .list(let nodes): "[" + nodes.map { text(of: $0) ?? "null" }.joined(separator: ", ") + "]"
    case .table, .cell, .joined, .refused: node.kindAndValue
    }
  }
}
