/// When each part of each unit comes and goes in each replication of a block, in whole days.
///
/// One row a part, laid end to end.
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
  /// By unit.
  private let stays: [UnitStay]
  private let parts: UnitParts

  init(units: [PlannedUnit], parts: UnitParts, horizon: Int) {
    stays = units.map { UnitStay($0, horizon: horizon) }
    self.parts = parts
    never = Int32(horizon)
    arrivals = [Int32](repeating: 0, count: parts.list.count * Self.size)
    departures = arrivals
    moments = arrivals
    for (index, unit) in units.enumerated() where unit.isInPlace {
      set(index, times: [Double](repeating: 0, count: Self.size).span)
    }
  }

  /// Presence begins when the process ends, not before the unit's first day; one that comes on the day of its
  /// end or later never comes.
  mutating func set(_ unit: Int, times: Span<Double>) {
    let leaving = self.stays[unit]
    for row in parts.rows[unit] {
      let lag = parts.list[row].lagDays
      if lag == 0 {
        Self.set(row, &arrivals, &departures, &moments) { leaving.days(ready: times[$0]) }
      } else {
        Self.set(row, &arrivals, &departures, &moments) { leaving.days(ready: times[$0], lag: lag) }
      }
    }
  }

  /// The same for a unit that is withdrawn so many days after it came.
  mutating func set(_ unit: Int, times: Span<Double>, stays: Span<Double>) {
    let leaving = self.stays[unit]
    for row in parts.rows[unit] {
      let lag = parts.list[row].lagDays
      Self.set(row, &arrivals, &departures, &moments) {
        leaving.days(ready: times[$0], lag: lag, stay: stays[$0])
      }
    }
  }

  /// The same in one replication alone; `stay` is `nil` where it is not withdrawn.
  mutating func set(_ unit: Int, _ replication: Int, time: Double, stay: Double?) {
    let leaving = self.stays[unit]
    for row in parts.rows[unit] {
      let lag = parts.list[row].lagDays
      let days =
        stay.map { leaving.days(ready: time, lag: lag, stay: $0) } ?? leaving.days(ready: time, lag: lag)
      let place = row * Self.size + replication
      arrivals[place] = days.arrival
      departures[place] = days.departure
      moments[place] = days.moment
    }
  }

  /// The unit of a part.
  func unit(of row: Int) -> Int { parts.list[row].unit }

  /// Whether a part is there on a day.
  @inline(__always)
  func isPresent(_ row: Int, on day: Int, _ replication: Int) -> Bool {
    let place = row * Self.size + replication
    return arrivals[place] < never && arrivals[place] <= day && day < departures[place]
  }

  /// Sets a whole row: a plain loop, which the compiler vectorises.
  @inline(__always)
  private static func set(
    _ row: Int, _ arrivals: inout [Int32], _ departures: inout [Int32], _ moments: inout [Int32],
    _ days: (Int) -> UnitStay.Days
  ) {
    var arrivals = arrivals.mutableSpan
    var departures = departures.mutableSpan
    var moments = moments.mutableSpan
    let first = row * size
    precondition(
      first >= 0 && first <= arrivals.count &- size && first <= departures.count &- size
        && first <= moments.count &- size)
    for replication in 0..<size {
      let days = days(replication)
      arrivals[first &+ replication] = days.arrival
      departures[first &+ replication] = days.departure
      moments[first &+ replication] = days.moment
    }
  }
}

/// In each replication the last arrival of some parts, and the last moment.
struct LatestDays {
  private(set) var arrivals = [Int32](repeating: 0, count: UnitDays.size)
  private(set) var moments = [Int32](repeating: 0, count: UnitDays.size)

  mutating func find(_ parts: Range<Int>, _ days: borrowing UnitDays) {
    CoverageRows.fill(&arrivals, with: 0)
    CoverageRows.fill(&moments, with: 0)
    for part in parts {
      CoverageRows.raise(&arrivals, to: days.arrivals, at: part * UnitDays.size)
      CoverageRows.raise(&moments, to: days.moments, at: part * UnitDays.size)
    }
  }
}
