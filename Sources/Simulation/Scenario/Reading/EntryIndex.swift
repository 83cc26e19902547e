/// The identifiers of a scenario's entries, gathered before any entry is read, so that an entry may name a
/// later one.
struct EntryIndex: Sendable {
  /// Where an identifier was first used.
  private struct First: Sendable {
    /// Among the list's entries.
    let index: Int
    let place: SourcePlace
  }

  private var ids: [EntryKind: [String: First]] = [:]

  init() {}

  /// Reads the identifiers, reports those used twice, and marks kinds that are not wholly known.
  init(_ root: JSONNode, _ reading: Reading) {
    reading.incomplete.formUnion(ScenarioList.mistyped(in: root, reading))
    for kind in EntryKind.allCases {
      guard let list = root[kind.rawValue] else { continue }
      if case .null = list.value { continue }
      guard let count = list.entryCount, count <= Reading.longestList,
        let entries = list.entries(at: .key(.root, kind.rawValue))
      else {
        reading.incomplete.insert(kind)
        continue
      }
      // Others may mean the entry whose own identifier is missing or no text, which is reported there.
      if entries.contains(where: { $0.node["id"]?.asText == nil }) { reading.incomplete.insert(kind) }
      ids[kind] = Self.ids(of: entries, kind: kind, reporting: reading.problems)
    }
  }

  private static func ids(
    of entries: [(node: JSONNode, path: JSONPath)], kind: EntryKind, reporting problems: ProblemCollector
  ) -> [String: First] {
    var firsts: [String: First] = [:]
    firsts.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() {
      guard let node = entry.node["id"], let id = node.asText else { continue }
      guard let first = firsts[id] else {
        firsts[id] = First(index: index, place: node.place)
        continue
      }
      problems.report(
        Problem(
          place: node.place, path: "\(JSONPath.key(entry.path, "id"))",
          message: "the id \(quoted(id)) is already used at \(JSONPath.key(entries[first.index].path, "id"))",
          related: .first(first.place)))
    }
    return firsts
  }

  /// Where its identifier stands; `nil` where there is no such entry.
  func place(of id: String, in kind: EntryKind) -> SourcePlace? { ids[kind]?[id]?.place }

  /// Whether it exists.
  func knows(_ id: String, as kind: EntryKind) -> Bool { ids[kind]?[id] != nil }

  func names(of kind: EntryKind) -> some Collection<String> { (ids[kind] ?? [:]).keys }
}
