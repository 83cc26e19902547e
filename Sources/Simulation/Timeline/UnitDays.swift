/// When each unit comes and goes in each replication of a block, in whole days.
///
/// One row a unit, laid end to end.
struct UnitDays {
  static let size = BlockRows.size
  /// Parts of a day in which unrounded times are summed.
  static let partsPerDay = 1024.0

  /// Of presence; ``never`` where it never comes.
  private(set) var arrivals: [Int32]
  /// First day on which it is gone; means nothing where it never comes.
  private(set) var departures: [Int32]
  /// Unrounded time of presence in 1/1024 day.
  private(set) var moments: [Int32]
  let never: Int32
  private let units: [PlannedUnit]

  init(units: [PlannedUnit], horizon: Int) {
    self.units = units
    never = Int32(horizon)
    arrivals = [Int32](repeating: 0, count: units.count * Self.size)
    departures = arrivals
    moments = arrivals
    for (index, unit) in units.enumerated() where unit.isInPlace {
      set(index, times: [Double](repeating: 0, count: Self.size).span)
    }
  }

  /// Presence begins when the process ends, not before the unit's first day; one that comes on the day of its
  /// end or later never comes.
  mutating func set(_ unit: Int, times: Span<Double>) {
    let plan = units[unit]
    let first = Double(max(0, plan.firstDay))
    let far = Double(never)
    let end = Int32(clamping: plan.endDay)
    let tour = Int32(clamping: plan.tourDays ?? Int(never))
    let base = unit * Self.size
    for replication in 0..<Self.size {
      let time = min(max(times[replication], first), far)
      let day = PlanningDay.of(time)
      arrivals[base + replication] = day < end ? day : never
      departures[base + replication] = min(day &+ tour, end)
      moments[base + replication] = PlanningDay.parts(of: time, perDay: Self.partsPerDay)
    }
  }
}
