extension Fields {
  /// The entries of one of the scenario's lists, sorted by identifier.
  func entries<Entry: IdentifiedEntry>(_ kind: EntryKind, _ read: (Fields) -> Entry?) -> [Entry] {
    guard let list = self[kind.rawValue] else { return [] }
    return list.list { $0.object(read) }.sorted { $0.id < $1.id }
  }

  func horizon() -> Horizon? {
    guard let days = required("days")?.whole(in: 1...36_500) else {
      _ = self["periodDays"]
      return nil
    }
    let periodDays = self["periodDays"].map { $0.whole(in: 1...days) ?? 1 } ?? min(30, days)
    return Horizon(days: days, periodDays: periodDays)
  }
}

/// An entry that others name.
protocol IdentifiedEntry {
  var id: String { get }
}

extension Capability: IdentifiedEntry {}
extension Mission: IdentifiedEntry {}
extension Need: IdentifiedEntry {}
extension Contributor: IdentifiedEntry {}
extension Pledge: IdentifiedEntry {}
extension Package: IdentifiedEntry {}
extension Support: IdentifiedEntry {}
extension LiftPool: IdentifiedEntry {}
extension ProcessPlan: IdentifiedEntry {}
extension Gate: IdentifiedEntry {}
extension SharedResource: IdentifiedEntry {}
extension RiskEvent: IdentifiedEntry {}
extension Milestone: IdentifiedEntry {}
extension Season: IdentifiedEntry {}
extension Site: IdentifiedEntry {}
extension Stage: IdentifiedEntry {}
