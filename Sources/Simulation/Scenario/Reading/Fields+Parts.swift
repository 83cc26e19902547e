extension Fields {
  /// Entries within an entry, such as a mission's sites: sorted by identifier, each identifier once, and what
  /// they say of their sources under `key.id`.
  func parts<Part: IdentifiedEntry>(
    _ key: String, _ read: (Fields) -> Part?
  ) -> (entries: [Part], evidence: Evidence) {
    guard let list = self[key] else { return ([], Evidence()) }
    var firsts: [String: SourcePlace] = [:]
    var evidence = Evidence()
    let entries = list.list { cursor -> Part? in
      cursor.object { fields -> Part? in
        let part = read(fields)
        let own = fields.evidence()
        guard let part else { return nil }
        if let first = firsts.updateValue(cursor.node.place, forKey: part.id) {
          fields.report("id", "the id '\(part.id)' is already used in this list", related: .first(first))
        }
        evidence.add(own, of: "\(key).\(part.id)")
        return part
      }
    }
    return (entries.sorted { $0.id < $1.id }, evidence)
  }
}
