/// The order in which units come to a queue, in one word: by time, then by rank.
///
/// The bits of a time that is not negative rise with it. The lowest 16 (2⁻³⁶ of the time, 2 ms in a year) make
/// room for the rank, so that one comparison settles ties the same way everywhere.
enum ArrivalKey {
  /// More ranks than this do not fit.
  static let capacity = 1 << 16

  private static let mask = UInt64(capacity - 1)

  /// Times before day 0 are taken as day 0.
  @inline(__always)
  static func make(time: Double, rank: Int) -> UInt64 {
    (max(0, time).bitPattern & ~mask) | UInt64(truncatingIfNeeded: rank)
  }

  @inline(__always)
  static func rank(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key & mask) }

  /// Sorts the first `count` keys in place; few, or nearly in order, as units of a queue are.
  ///
  /// - Complexity: O(*n*²) up to 32, then O(*n* log *n*).
  static func sort(_ keys: inout [UInt64], count: Int) {
    if count <= 32 {
      insertionSort(&keys, count: count)
    } else {
      for index in count..<keys.count { keys[index] = .max }
      keys.sort()
    }
  }

  @inline(__always)
  private static func insertionSort(_ keys: inout [UInt64], count: Int) {
    var span = keys.mutableSpan
    for index in stride(from: 1, to: count, by: 1) {
      let key = span[index]
      var place = index
      while place > 0, span[place - 1] > key {
        span[place] = span[place - 1]
        place -= 1
      }
      span[place] = key
    }
  }
}
