/// The order in which units come to a queue, in one word: by time, then by rank.
///
/// The bits of a time that is not negative rise with it. The lowest 20 (2⁻³² of the time, 7 ms in a year)
/// make room for the rank, so that one comparison settles ties the same way everywhere.
enum ArrivalKey {
  /// More ranks than this do not fit.
  static let capacity = 1 << 20

  private static let mask = UInt64(capacity - 1)

  /// Times before day 0 are taken as day 0.
  @inline(__always)
  static func make(time: Double, rank: Int) -> UInt64 {
    (max(0, time).bitPattern & ~mask) | UInt64(truncatingIfNeeded: rank)
  }

  /// The time of a key; exact for whole days.
  @inline(__always)
  static func time(_ key: UInt64) -> Double { Double(bitPattern: key & ~mask) }

  @inline(__always)
  static func rank(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key & mask) }
}
