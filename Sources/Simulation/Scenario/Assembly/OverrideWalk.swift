/// Leads changes along their paths, all at once, so that each list is looked through once.
struct OverrideWalk {
  /// Where a walk is.
  enum Spot {
    case top
    /// In the list of one kind of entries.
    case list(EntryKind)
    /// Further down, under a key or an identifier.
    case under(String)

    func below(_ step: String) -> Spot {
      if case .top = self, let kind = EntryKind(rawValue: step) { return .list(kind) }
      return .under(step)
    }
  }

  private let reading: Reading
  /// Whether only to see if the paths lead anywhere.
  private let isTrial: Bool

  init(_ reading: Reading, isTrial: Bool) {
    self.reading = reading
    self.isTrial = isTrial
  }

  /// The value with the changes made; `nil` where it is taken away.
  func applied(_ changes: [Override], to node: JSONNode?, at spot: Spot) -> JSONNode? {
    if let whole = changes.first(where: \.rest.isEmpty) {
      if changes.count > 1 { reportConflict(changes, with: whole) }
      if case .null = whole.node.value { return nil }
      return whole.node
    }
    guard let node else { return created(changes, at: spot) }
    if let count = node.entryCount { return entries(changes, in: node, count: count, spot) }
    switch node.value {
    case .object(let members): return object(changes, members, node.place, spot)
    case .null: return created(changes, at: spot)
    case .cell(let cell):
      guard let value = try? cell.value(as: .objectOrText, at: node.place), case .object = value else {
        break
      }
      return applied(changes, to: JSONNode(value: value, place: node.place), at: spot)
    // What is wrong with it has been told.
    case .refused: return node
    default: break
    }
    for change in changes {
      report(change, "the path goes on to '\(change.rest)', but what is there is \(node.kindAndValue)")
    }
    return node
  }

  private func report(_ change: Override, _ message: String, related: Related? = nil) {
    let path = reading.overridden[change.place].map { "\($0)" } ?? ""
    reading.problems.report(Problem(place: change.place, path: path, message: message, related: related))
  }

  private func reportConflict(_ changes: [Override], with whole: Override) {
    for change in changes where change.place != whole.place {
      let (first, second) = whole.place < change.place ? (whole, change) : (change, whole)
      let both =
        first.path == second.path
        ? "both change '\(first.path)'" : "change '\(first.path)' and '\(second.path)', one inside the other"
      let sets =
        first.set == second.set ? "two changes of '\(first.set)'" : "'\(first.set)' and '\(second.set)'"
      report(second, "\(sets) \(both); choose one of them", related: .first(first.place))
    }
  }

  // MARK: Objects

  private func created(_ changes: [Override], at spot: Spot) -> JSONNode? {
    if isIncomplete(spot) { return nil }
    if case .list(let kind) = spot {
      for change in changes { report(change, "the scenario has no \(kind.rawValue)") }
      return nil
    }
    return changes.first.flatMap { object(changes, [], $0.place, spot) }
  }

  private func object(
    _ changes: [Override], _ members: [JSONMember], _ place: SourcePlace, _ spot: Spot
  ) -> JSONNode? {
    let positions = Dictionary(
      zip(members.map(\.key), members.indices), uniquingKeysWith: { first, _ in first })
    var members = members
    for (key, group) in grouped(changes, known: { positions[$0] != nil }) {
      guard let first = group.first else { continue }
      let old = positions[key].map { members[$0].node }
      let new = applied(group, to: old, at: spot.below(key))
      // A value that is taken away leaves its place, where its lack can be reported.
      let node = new ?? JSONNode(value: .null, place: first.place)
      if let position = positions[key] {
        members[position].node = node
      } else {
        members.append(JSONMember(key: key, place: first.place, node: node))
      }
    }
    return JSONNode(value: .object(members), place: place)
  }

  /// Changes by the next step of their paths, in a fixed order.
  ///
  /// Identifiers may have dots in them: the longest step that is known is taken, else the one up to the next dot.
  private func grouped(
    _ changes: [Override], known: (String) -> Bool
  ) -> [(step: String, changes: [Override])] {
    var groups: [String: [Override]] = [:]
    for change in changes {
      let step = Self.step(of: change.rest, known: known)
      var change = change
      change.rest = change.rest.dropFirst(step.count + 1)
      groups[step, default: []].append(change)
    }
    return groups.keys.sorted().map { ($0, groups[$0] ?? []) }
  }

  private static func step(of rest: Substring, known: (String) -> Bool) -> String {
    var end = rest.endIndex
    while true {
      let head = String(rest[..<end])
      if known(head) { return head }
      guard let dot = rest[..<end].lastIndex(of: ".") else { return head }
      end = dot
    }
  }

  // MARK: Lists

  private func entries(_ changes: [Override], in list: JSONNode, count: Int, _ spot: Spot) -> JSONNode? {
    // Too long a list is refused by whoever reads it.
    guard count <= Reading.longestList else { return list }
    let ids = identifiers(of: list)
    guard !ids.isEmpty || isIncomplete(spot) else {
      for change in changes {
        report(change, "the entries of this list have no id; give the list as a whole")
      }
      return list
    }
    var byID: [String: [Override]] = [:]
    for (id, group) in grouped(changes, known: ids.contains) {
      if ids.contains(id) {
        byID[id] = group
      } else if !isIncomplete(spot) {
        reportUnknown(id, group, ids, spot)
      }
    }
    return isTrial ? tried(byID, list) : replaced(byID, in: list)
  }

  /// Whether entries of a list at the top may be missing, for a reason that was told.
  private func isIncomplete(_ spot: Spot) -> Bool {
    guard case .list(let kind) = spot else { return false }
    return reading.incomplete.contains(kind)
  }

  private func identifiers(of list: JSONNode) -> Set<String> {
    if let known = reading.identifiers[list.place] { return known }
    let ids = Set((list.entries(at: .root) ?? []).compactMap { $0.node["id"]?.asText })
    reading.identifiers[list.place] = ids
    return ids
  }

  private func reportUnknown(_ id: String, _ changes: [Override], _ ids: Set<String>, _ spot: Spot) {
    let what =
      switch spot {
      case .list(let kind): "no \(kind.singular)"
      case .top, .under: "no entry of this list"
      }
    for change in changes {
      report(change, "\(what) has the id \(quoted(id))\(reading.hint(for: id, among: ids))")
    }
  }

  private func tried(_ changes: [String: [Override]], _ list: JSONNode) -> JSONNode {
    for entry in list.entries(at: .root) ?? [] {
      guard let id = entry.node["id"]?.asText, let own = changes[id] else { continue }
      _ = applied(own, to: entry.node, at: .under(id))
    }
    return list
  }

  private func replaced(_ changes: [String: [Override]], in list: JSONNode) -> JSONNode {
    func changed(_ node: JSONNode) -> JSONNode? {
      guard let id = node["id"]?.asText, let own = changes[id] else { return node }
      return applied(own, to: node, at: .under(id))
    }
    switch list.value {
    case .list(let nodes): return JSONNode(value: .list(nodes.compactMap(changed)), place: list.place)
    case .joined(let parts):
      return JSONNode(value: .joined(parts.map { replaced(changes, in: $0) }), place: list.place)
    case .table(var table):
      table.rows = table.rows.compactMap { row in
        changed(row.node).map { CSVRow(number: row.number, node: $0) }
      }
      return JSONNode(value: .table(table), place: list.place)
    default: return list
    }
  }
}
