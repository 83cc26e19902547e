/// The identifiers of a scenario's entries, gathered before any entry is read, so that an entry may name a
/// later one.
struct EntryIndex {
  /// Where an identifier was first used.
  private struct First {
    let index: Int
    let place: SourcePlace
  }

  private var ids: [EntryKind: [String: First]] = [:]
  /// Lists that were refused as a whole: what names their entries is not to blame.
  private var refused: Set<EntryKind> = []

  init() {}

  /// Reads the identifiers and reports those used twice.
  init(_ root: JSONNode, reporting problems: ProblemCollector) {
    for kind in EntryKind.allCases {
      guard let list = root[kind.rawValue] else { continue }
      guard case .list(let entries) = list.value, entries.count <= Reading.longestList else {
        refused.insert(kind)
        continue
      }
      ids[kind] = Self.ids(of: entries, kind: kind, reporting: problems)
    }
  }

  private static func ids(
    of entries: [JSONNode], kind: EntryKind, reporting problems: ProblemCollector
  ) -> [String: First] {
    var firsts: [String: First] = [:]
    firsts.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() {
      guard let node = entry["id"], case .text(let id) = node.value else { continue }
      guard let first = firsts[id] else {
        firsts[id] = First(index: index, place: node.place)
        continue
      }
      let list = "$.\(kind.rawValue)"
      problems.report(
        Problem(
          place: node.place, path: "\(list)[\(index)].id",
          message: "the id \(quoted(id)) is already used at \(list)[\(first.index)].id",
          related: .first(first.place)))
    }
    return firsts
  }

  /// Whether it exists, as far as can be known.
  func knows(_ id: String, as kind: EntryKind) -> Bool { refused.contains(kind) || ids[kind]?[id] != nil }

  func names(of kind: EntryKind) -> some Collection<String> { (ids[kind] ?? [:]).keys }
}
