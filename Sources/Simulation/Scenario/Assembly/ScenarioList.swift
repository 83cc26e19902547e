/// Keys under which a scenario has lists of entries.
enum ScenarioList {
  /// Those at the top, which files can be joined by.
  static let all = EntryKind.allCases.map(\.rawValue) + ["substitutions"]

  /// Keys at the top that only the scenario itself may have.
  static let notIncluded = [
    "id", "title", "dayZero", "horizon", "trigger", "allocation", "simulation", "overrides",
  ]

  /// Kinds of entries whose list stands under a key that is none, and was probably meant by it.
  static func mistyped(in root: JSONNode, _ reading: Reading) -> Set<EntryKind> {
    guard case .object(let members) = root.value else { return [] }
    let known = Set(all + notIncluded + ["$schema", "formatVersion", "include", "notes"])
    let unknown = members.map(\.key).filter { !known.contains($0) }
    return Set(
      unknown.compactMap { reading.names.nearest(to: $0, among: known).flatMap(EntryKind.init(rawValue:)) })
  }

  /// Those whose entries may be the rows of a CSV file.
  static let mayBeTable = Set(
    all + ["seasons", "sites", "entry", "tiers", "history", "parts", "stages", "pins", "bans"])
}

/// The version of the format that this program reads.
enum FormatVersion {
  static let current = 1

  /// Refuses a file of a newer version, and says nothing else of it: it is in the words of another format.
  static func isKnown(_ root: JSONNode, _ reading: Reading) -> Bool {
    guard let node = root["formatVersion"], case .number(let version, let raw) = node.value,
      version > Double(current)
    else { return true }
    Cursor(node: node, path: .key(.root, "formatVersion"), reading: reading).report(
      "the file is of format version \(raw), this program reads version \(current); "
        + "use a newer simrun, or write the file in version \(current)")
    return false
  }
}
