/// Plain loops over a block's rows that count coverage: one loop, one job, so that the compiler vectorises them.
enum CoverageRows {
  private static let size = UnitDays.size

  /// Adds what the parts that are there come to, by set of parts from a place on.
  @inline(never)
  static func add(
    _ values: [Int64], from start: Int, of present: [Int32], to sums: inout [Int64], at first: Int
  ) {
    let (values, present) = (values.span.extracting(start...), present.span)
    var sums = sums.mutableSpan
    for replication in 0..<size { sums[first &+ replication] += values[Int(present[replication])] }
  }

  /// Adds what a single part comes to where it is there.
  @inline(never)
  static func add(_ value: Int64, where present: [Int32], to sums: inout [Int64], at first: Int) {
    let present = present.span
    var sums = sums.mutableSpan
    precondition(present.count == size && first >= 0 && first <= sums.count &- size)
    for replication in 0..<size {
      // The one bit of the part becomes a mask.
      sums[first &+ replication] &+= value & (0 &- Int64(UInt32(bitPattern: present[replication])))
    }
  }

  /// Adds a weight times the numbers of a row, shifted.
  @inline(never)
  static func add(_ rows: [Int64], at first: Int, shift: Int64, times weight: Int64, to sums: inout [Int64]) {
    let rows = rows.span
    var sums = sums.mutableSpan
    precondition(sums.count == size && first >= 0 && first <= rows.count &- size)
    let (shift, weight) = (UInt64(shift), UInt64(weight))
    for replication in 0..<size {
      let number = UInt64(bitPattern: rows[first &+ replication]) &>> shift
      sums[replication] &+= Int64(bitPattern: weight &* number)
    }
  }

  @inline(never)
  static func compare(
    _ days: [Int32], at first: Int, with deadline: Int32, _ isMet: inout [Int32], at row: Int
  ) {
    let days = days.span
    var isMet = isMet.mutableSpan
    precondition(first >= 0 && first <= days.count &- size && row >= 0 && row <= isMet.count &- size)
    for replication in 0..<size {
      isMet[row &+ replication] &= days[first &+ replication] <= deadline ? 1 : 0
    }
  }

  @inline(never)
  static func sums(
    _ gaps: [Int64], at first: Int, _ replications: Int
  ) -> (sum: UInt64, squares: UInt128) {
    let gaps = gaps.span
    var (sum, squares): (UInt64, UInt128) = (0, 0)
    for replication in 0..<replications {
      let gap = UInt64(gaps[first &+ replication])
      sum &+= gap
      squares &+= UInt128(gap) &* UInt128(gap)
    }
    return (sum, squares)
  }

  /// The sum of numbers, and of their squares, where each fits in half a word once it is shifted.
  @inline(never)
  static func sumsOfHalfWords(
    _ row: [Int64], at first: Int, shift: UInt64 = 0, _ replications: Int
  ) -> (sum: UInt64, squares: UInt128) {
    let row = row.span
    precondition(replications >= 0 && first >= 0 && first <= row.count &- replications)
    // Squares in two halves, so that their sums fit in words.
    var (sum, upper, lower): (UInt64, UInt64, UInt64) = (0, 0, 0)
    for replication in 0..<replications {
      let number = UInt64(UInt32(truncatingIfNeeded: UInt64(bitPattern: row[first &+ replication]) &>> shift))
      let square = number &* number
      sum &+= number
      upper &+= square &>> 32
      lower &+= square & 0xFFFF_FFFF
    }
    return (sum, UInt128(upper) << 32 + UInt128(lower))
  }

  @inline(never)
  static func lower(_ days: inout [Int32], to others: [Int32], at first: Int) {
    let others = others.span
    var days = days.mutableSpan
    precondition(days.count == size && first >= 0 && first <= others.count &- size)
    for replication in 0..<size {
      days[replication] = min(days[replication], others[first &+ replication])
    }
  }

  @inline(never)
  static func raise(_ days: inout [Int32], to others: [Int32], at first: Int) {
    let others = others.span
    var days = days.mutableSpan
    precondition(days.count == size && first >= 0 && first <= others.count &- size)
    for replication in 0..<size {
      days[replication] = max(days[replication], others[first &+ replication])
    }
  }

  static func fill<Number: BitwiseCopyable>(_ row: inout [Number], with value: Number) {
    var row = row.mutableSpan
    row.update(repeating: value)
  }

  @inline(never)
  static func sum(_ ones: [Int32], at first: Int, _ replications: Int) -> UInt32 {
    let ones = ones.span
    precondition(first >= 0 && first <= ones.count &- replications)
    var sum: UInt32 = 0
    for replication in 0..<replications { sum &+= UInt32(bitPattern: ones[first &+ replication]) }
    return sum
  }
}
