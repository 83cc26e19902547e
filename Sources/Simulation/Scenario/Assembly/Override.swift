/// One change of an override: what stands at a path of the scenario from now on.
struct Override {
  /// Name of the set that it belongs to.
  let set: String
  /// As it was written: `gates.unmiss-consent.opens`.
  let path: String
  /// What is left of the path.
  var rest: Substring
  /// Where the path stands in the file.
  let place: SourcePlace
  /// The new value; `null` takes the old one away.
  let node: JSONNode
}

/// The sets of changes that a scenario offers.
struct OverrideSets {
  private static let mostSets = 1_000
  private static let longestPath = 1_000

  /// Whether all sets have the form of one; else a name that is not among them may be that of a broken one.
  private var areWhole = true
  /// By name.
  private var changes: [String: [Override]] = [:]

  var names: [String] { changes.keys.sorted() }

  /// Reads the sets and reports what is wrong with their form.
  init(_ root: JSONNode, _ reading: Reading) {
    guard let node = root["overrides"] else { return }
    if case .null = node.value { return }
    let path = JSONPath.key(.root, "overrides")
    let sets = Cursor(node: node, path: path, reading: reading)
    guard case .object(let members) = node.value else {
      sets.expected("an object in braces")
      areWhole = false
      return
    }
    guard members.count <= Self.mostSets else {
      sets.report("\(Double(members.count).plain) overrides; allowed: at most 1,000")
      areWhole = false
      return
    }
    for member in members {
      let memberPath = JSONPath.key(path, member.key)
      let name = JSONNode(value: .text(member.key), place: member.place)
      let known = Cursor(node: name, path: memberPath, reading: reading).identifier()
      guard case .object(let given) = member.node.value else {
        Cursor(node: member.node, path: memberPath, reading: reading)
          .expected("an object of changes, each a path and its new value")
        areWhole = false
        continue
      }
      guard let known else {
        areWhole = false
        continue
      }
      changes[known] = given.compactMap { Self.change($0, of: known, memberPath, reading) }
    }
  }

  private static func change(
    _ member: JSONMember, of set: String, _ path: JSONPath, _ reading: Reading
  ) -> Override? {
    let cursorPath = JSONPath.key(path, member.key)
    reading.overridden[member.place] = cursorPath
    reading.overridden[member.node.place] = cursorPath
    let refusal = refusal(of: member.key)
    if let refusal {
      reading.problems.report(Problem(place: member.place, path: "\(cursorPath)", message: refusal))
      return nil
    }
    return Override(
      set: set, path: member.key, rest: member.key[...], place: member.place, node: member.node)
  }

  private static func refusal(of path: String) -> String? {
    if path.utf8.count > longestPath { return "a path of more than 1,000 characters" }
    let steps = path.split(separator: ".", omittingEmptySubsequences: false)
    if steps.contains("") {
      return "\(quoted(path)) is not a path; allowed: keys and identifiers with '.' between them"
    }
    guard let first = steps.first, ["include", "overrides", "formatVersion"].contains(first) else {
      return nil
    }
    return "an override cannot change \(quoted(String(first)))"
  }

  /// The first of the names that no set has; `nil` where it may be a set that was refused.
  func unknown(among chosen: [String]) -> String? { areWhole ? chosen.first { changes[$0] == nil } : nil }

  /// The scenario with the chosen sets applied; reports every change that leads nowhere, of any set.
  func applied(_ chosen: [String], to root: JSONNode, _ reading: Reading) -> JSONNode {
    let isChosen = Set(chosen)
    for name in names where !isChosen.contains(name) {
      _ = OverrideWalk(reading, isTrial: true).applied(changes[name] ?? [], to: root, at: .top)
    }
    let all = names.filter(isChosen.contains).flatMap { changes[$0] ?? [] }
    guard !all.isEmpty else { return root }
    return OverrideWalk(reading, isTrial: false).applied(all, to: root, at: .top) ?? root
  }
}
