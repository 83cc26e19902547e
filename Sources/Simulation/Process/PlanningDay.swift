/// The rule by which a moment becomes a day, one for the plan and the timeline.
package enum PlanningDay {
  /// A billionth of a day (86 µs): more than the rounding of sums of days, less than anything real.
  package static let noise = 1e-9

  /// Adding this rounds to the nearest whole number and leaves it in the low bits: no call, no branch.
  private static let rounder = 0x1.8p52

  /// The day on which something that happens at `time` counts.
  ///
  /// That is ⌈time⌉, rounding noise set aside, so that 30.000000000001 is day 30. The time has to be within
  /// ±2³¹ days of day 0.
  @inline(__always)
  package static func of(_ time: Double) -> Int32 {
    let late = time - noise
    let nearest = (late + rounder) - rounder
    let day = nearest < late ? nearest + 1 : nearest
    return Int32(truncatingIfNeeded: (day + rounder).bitPattern)
  }

  /// The time in whole parts of a day, so many to the day, to the nearest; it has to be within ±2³¹ parts.
  @inline(__always)
  static func parts(of time: Double, perDay: Double) -> Int32 {
    Int32(truncatingIfNeeded: (time * perDay + rounder).bitPattern)
  }
}
