/// What a scenario says of one entry, or of one figure of it.
public struct EvidenceLine: Sendable, Hashable {
  /// The list, the entry's identifier and, where one figure is meant, its key: `pledges.can-aviation.tonnes`.
  public let entry: String
  public let text: String

  init(entry: String, text: String) {
    self.entry = entry
    self.text = text
  }
}

extension Scenario {
  /// All assumptions that its figures rest on, sorted by entry.
  public var assumptions: [EvidenceLine] { lines(\.assumptions) }

  /// Where its figures are from, sorted by entry.
  public var sources: [EvidenceLine] { lines(\.sources) }

  /// Missions, needs, pledges and processes with neither source nor assumption, sorted, as `needs.x`.
  public var unsourced: [String] {
    let lists: Set = ["missions", "needs", "pledges", "processes"]
    return evidence.filter { lists.contains($0.list) && $0.evidence.isUnsourced }
      .map { "\($0.list).\($0.id)" }.sorted()
  }

  private func lines(_ kind: KeyPath<Evidence, [String: String]>) -> [EvidenceLine] {
    let lines = evidence.flatMap { entry in
      entry.evidence[keyPath: kind].map { field, text in
        EvidenceLine(entry: "\(entry.list).\(entry.id)\(field.isEmpty ? "" : ".\(field)")", text: text)
      }
    }
    return lines.sorted { ($0.entry, $0.text) < ($1.entry, $1.text) }
  }

  private var evidence: [(list: String, id: String, evidence: Evidence)] {
    capabilities.map { ("capabilities", $0.id, $0.evidence) }
      + substitutions.map { ("substitutions", "\($0.of).\($0.target)", $0.evidence) }
      + missions.map { ("missions", $0.id, $0.evidence) }
      + needs.map { ("needs", $0.id, $0.evidence) }
      + contributors.map { ("contributors", $0.id, $0.evidence) }
      + pledges.map { ("pledges", $0.id, $0.evidence) }
      + packages.map { ("packages", $0.id, $0.evidence) }
      + supports.map { ("supports", $0.id, $0.evidence) }
      + lift.map { ("lift", $0.id, $0.evidence) }
      + processes.map { ("processes", $0.id, $0.evidence) }
      + gates.map { ("gates", $0.id, $0.evidence) }
      + resources.map { ("resources", $0.id, $0.evidence) }
      + risks.map { ("risks", $0.id, $0.evidence) }
      + milestones.map { ("milestones", $0.id, $0.evidence) }
  }
}
