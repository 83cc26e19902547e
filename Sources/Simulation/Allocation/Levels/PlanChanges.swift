/// What a plan changes of an earlier one.
public struct PlanChanges: Sendable, Equatable {
  /// Assignments of the earlier plan: a pledge, a need, a day.
  public var assignments: Int
  /// Those of them that are not kept as they were.
  public var changed: Int
  /// Assignments that the earlier plan did not have.
  public var added: Int
  /// ½ Σ |elements − earlier| over pledge, need and day, and the same over pledge and need: an element on
  /// another day counts 1, withdrawn or added 1, sent to another need 2.
  public var elements: Double

  public init(assignments: Int, changed: Int, added: Int, elements: Double) {
    self.assignments = assignments
    self.changed = changed
    self.added = added
    self.elements = elements
  }

  /// Elements that differ by less are the same.
  private static let noise = 1e-9

  /// What one plan changes of another.
  public init(from earlier: EarlierPlan, to plan: EarlierPlan) {
    let before = Dictionary(uniqueKeysWithValues: earlier.sendings.map { ($0.place, $0.units) })
    let after = Dictionary(uniqueKeysWithValues: plan.sendings.map { ($0.place, $0.units) })
    assignments = before.count
    changed = earlier.sendings.filter { abs($0.units - (after[$0.place] ?? 0)) > Self.noise }.count
    added = plan.sendings.filter { before[$0.place] == nil }.count
    let days = (earlier.sendings + plan.sendings.filter { before[$0.place] == nil }).reduce(0) {
      $0 + abs((after[$1.place] ?? 0) - (before[$1.place] ?? 0))
    }
    elements = EarlierSending.half * (days + Self.changesByNeed(earlier, plan))
  }

  private static func changesByNeed(_ earlier: EarlierPlan, _ plan: EarlierPlan) -> Double {
    let before = Dictionary(earlier.sendings.map { ([$0.need, $0.pledge], $0.units) }, uniquingKeysWith: +)
    let after = Dictionary(plan.sendings.map { ([$0.need, $0.pledge], $0.units) }, uniquingKeysWith: +)
    let pairs = Set(before.keys).union(after.keys).sorted { $0.lexicographicallyPrecedes($1) }
    return pairs.reduce(0) { $0 + abs((after[$1] ?? 0) - (before[$1] ?? 0)) }
  }
}
