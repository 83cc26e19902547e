/// The days on which a part of a unit is there, from the time at which the unit is ready.
struct UnitStay {
  struct Days {
    /// The horizon where it never comes.
    var arrival: Int32
    /// First day on which it is gone.
    var departure: Int32
    /// Unrounded time of arrival, in 1/1024 day.
    var moment: Int32
  }

  private let first: Double
  private let far: Double
  private let never: Int32
  private let end: Int32
  private let tour: Int32

  init(_ unit: PlannedUnit, horizon: Int) {
    first = Double(max(0, unit.firstDay))
    far = Double(horizon)
    never = Int32(horizon)
    end = Int32(clamping: unit.endDay)
    tour = Int32(clamping: unit.tourDays ?? horizon)
  }

  /// For a part that comes when the unit is ready.
  @inline(__always)
  func days(ready: Double) -> Days {
    let time = min(later(ready, first), far)
    let day = PlanningDay.of(time)
    let departure = min(day &+ tour, end)
    return days(time: time, day: day, departure: departure)
  }

  /// The tour of all parts counts from when the unit is ready; a part that comes when it is over never comes.
  @inline(__always)
  func days(ready: Double, lag: Double) -> Days {
    let start = min(later(ready, first), far)
    return days(start: start, lag: lag, departure: min(PlanningDay.of(start) &+ tour, end))
  }

  /// The same for a unit that is withdrawn, all parts together, after a stay of so many days.
  ///
  /// It is there on the day on which it comes.
  @inline(__always)
  func days(ready: Double, lag: Double, stay: Double) -> Days {
    let start = min(later(ready, first), far)
    let arrival = PlanningDay.of(start)
    let withdrawal = max(arrival &+ 1, PlanningDay.of(min(start + stay, far)))
    return days(start: start, lag: lag, departure: min(arrival &+ tour, end, withdrawal))
  }

  @inline(__always)
  private func days(start: Double, lag: Double, departure: Int32) -> Days {
    let time = min(start + lag, far)
    return days(time: time, day: PlanningDay.of(time), departure: departure)
  }

  @inline(__always)
  private func days(time: Double, day: Int32, departure: Int32) -> Days {
    Days(
      arrival: day < min(departure, end) ? day : never, departure: departure,
      moment: PlanningDay.parts(of: time, perDay: UnitDays.partsPerDay))
  }
}
