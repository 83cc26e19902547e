/// The parts in which a plan's units arrive, such as an advance party and a main body.
struct UnitParts: Sendable {
  struct Part: Sendable {
    /// Index among the plan's units.
    var unit: Int
    /// Of what the unit brings; those of a unit sum to 1.
    var share: Double
    /// Days after the unit is ready.
    var lagDays: Double
  }

  /// In the order of units.
  private(set) var list: [Part] = []
  /// By unit: its parts in ``list``.
  private(set) var rows: [Range<Int>] = []

  /// What is in place is there whole.
  init(units: [PlannedUnit], scenario: Scenario) {
    for (index, unit) in units.enumerated() {
      let parts = unit.isInPlace ? [] : scenario.pledges[unit.pledge].parts
      let first = list.count
      list += parts.map { Part(unit: index, share: $0.share, lagDays: $0.lagDays) }
      if parts.isEmpty { list.append(Part(unit: index, share: 1, lagDays: 0)) }
      rows.append(first..<list.count)
    }
  }
}
