/// The members of one object, asked for by name.
///
/// A key that is asked for is a key that is allowed, so the two cannot drift apart: what was never asked for
/// is unknown. `null` stands for an absent key.
final class Fields {
  let cursor: Cursor
  private let members: [JSONMember]
  private(set) var asked: [String] = []

  /// `nil`, and a report, for anything but an object.
  init?(_ cursor: Cursor) {
    guard case .object(let members) = cursor.value(as: .object) else {
      cursor.expected("an object in braces")
      return nil
    }
    self.cursor = cursor
    self.members = members
    asked.reserveCapacity(40)
  }

  var reading: Reading { cursor.reading }

  /// The value of a key that may be absent.
  subscript(key: String) -> Cursor? {
    asked.append(key)
    reading.record?.key(key, of: cursor.path)
    guard let member = members.first(where: { $0.key == key }) else { return nil }
    if case .null = member.node.value { return nil }
    return cursor.child(member.node, .key(cursor.path, key))
  }

  /// The value of a key that must be there; reports it where it is not.
  func required(_ key: String) -> Cursor? {
    reading.record?.require(key, of: cursor.path)
    if let value = self[key] { return value }
    let path = JSONPath.key(cursor.path, key)
    guard path.lacksColumn else {
      report(key, "this key is required")
      return nil
    }
    // Told once for all rows.
    let title = "\(cursor.node.place.source) \(path.inTitleRow)"
    if reading.missingTitles.insert(title).inserted {
      let place = SourcePlace(source: Int(cursor.node.place.source), offset: 0)
      let message = "this key is required, and no column has it"
      reading.problems.report(Problem(place: place, path: "\(path.inTitleRow)", message: message))
    } else {
      reading.problems.reportAgain()
    }
    return nil
  }

  func has(_ key: String) -> Bool {
    members.contains { member in
      if case .null = member.node.value { false } else { member.key == key }
    }
  }

  /// Where the value of a key stands; the object itself where there is none.
  func place(ofValue key: String) -> SourcePlace {
    members.first { $0.key == key }?.node.place ?? cursor.node.place
  }

  /// Reports something about the value of a key, or about the object where the key is absent.
  func report(_ key: String, _ message: String, related: Related? = nil) {
    let place = place(ofValue: key)
    let path = reading.path(at: place) ?? .key(cursor.path, key)
    reading.problems.report(Problem(place: place, path: "\(path)", message: message, related: related))
  }

  /// Reports keys of which only one may stand, or of which one must.
  func exactlyOne(of keys: [String]) -> Bool {
    reading.record?.oneOf(keys, of: cursor.path)
    let given = keys.filter { self[$0] != nil }
    if given.count == 1 { return true }
    // A mistyped one is reported as an unknown key, with the right one beside it.
    if given.isEmpty, hasUnknownKeys { return false }
    cursor.report("give exactly one of \(keys.joined(separator: ", "))")
    return false
  }

  private func isUnknown(_ member: JSONMember) -> Bool {
    member.key != "notes" && !asked.contains(member.key)
  }

  private var hasUnknownKeys: Bool { members.contains(where: isUnknown) }

  /// Call last: reports every key that nobody asked for; `notes` may stand anywhere, as a text.
  func reportUnknownKeys() {
    if has("notes"), let notes = members.first(where: { $0.key == "notes" })?.node {
      _ = Cursor(node: notes, path: .key(cursor.path, "notes"), reading: reading).text()
    }
    for member in members where isUnknown(member) {
      let path = reading.path(at: member.place) ?? cursor.keyPath(of: member)
      // A column's title is wrong once, not in every row.
      if path.isInTable, !reading.unknownTitles.insert(member.place).inserted { continue }
      reading.problems.report(
        Problem(place: member.place, path: "\(path)", message: "unknown key\(hint(for: member.key))"))
    }
  }

  private func hint(for key: String) -> String {
    if let nearest = reading.names.nearest(to: key, among: asked) { return "; did you mean '\(nearest)'?" }
    return "; allowed: \(Set(asked).sorted().joined(separator: ", "))"
  }
}
