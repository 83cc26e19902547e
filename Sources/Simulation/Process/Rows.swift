/// The later of two times, neither of them NaN: one instruction, where `max` has to look at more.
@inline(__always)
func later(_ one: Double, _ other: Double) -> Double { one > other ? one : other }

/// Plain loops over rows of times, one entry a draw or replication, that the compiler vectorises: one loop,
/// one job.
///
/// The other row may be longer: its entries from a place on are taken, one for each of this row's.
extension [Double] {
  /// Each entry no earlier than the other row's.
  mutating func raise(to other: [Double], at first: Int = 0) {
    var row = mutableSpan
    row.raise(to: other.span.extracting(first...))
  }

  mutating func add(_ other: [Double], at first: Int = 0) {
    var row = mutableSpan
    row.add(other.span.extracting(first...))
  }

  mutating func subtract(_ other: [Double], at first: Int = 0) {
    var row = mutableSpan
    row.subtract(other.span.extracting(first...))
  }

  mutating func add(_ value: Double) {
    var row = mutableSpan
    row.add(value)
  }

  /// All entries the same.
  mutating func fill(_ value: Double) {
    for index in indices { self[index] = value }
  }

  /// Works so many days from each entry on, through the seasons of a calendar that began `shift` days before.
  mutating func work(
    _ days: [Double], season: borrowing SeasonCalendar, shift: [Double], at first: Int = 0
  ) {
    var row = mutableSpan
    row.work(days.span.extracting(first...), season: season, shift: shift.span.extracting(first...))
  }

  /// The entries from `first` on as in the other row, all of it.
  mutating func set(from first: Int, to other: [Double]) {
    var row = mutableSpan
    row.set(from: first, to: other.span, at: 0, count: other.count)
  }

  /// All entries as in the other row from `first` on.
  mutating func set(to other: [Double], at first: Int) {
    var row = mutableSpan
    row.set(from: 0, to: other.span, at: first, count: row.count)
  }

  /// All entries so much more than in the other row from `first` on.
  mutating func set(to other: [Double], at first: Int, adding value: Double) {
    var row = mutableSpan
    row.set(to: other.span.extracting(first...), adding: value)
  }
}

extension MutableSpan<Double> {
  @inline(never)
  fileprivate mutating func raise(to other: Span<Double>) {
    precondition(other.count >= count)
    for index in 0..<count { self[index] = later(self[index], other[index]) }
  }

  @inline(never)
  fileprivate mutating func add(_ other: Span<Double>) {
    precondition(other.count >= count)
    for index in 0..<count { self[index] += other[index] }
  }

  @inline(never)
  fileprivate mutating func subtract(_ other: Span<Double>) {
    precondition(other.count >= count)
    for index in 0..<count { self[index] -= other[index] }
  }

  @inline(never)
  fileprivate mutating func set(to other: Span<Double>, adding value: Double) {
    precondition(other.count >= count)
    for index in 0..<count { self[index] = other[index] + value }
  }

  @inline(never)
  fileprivate mutating func add(_ value: Double) {
    for index in 0..<count { self[index] += value }
  }

  @inline(never)
  fileprivate mutating func work(
    _ days: Span<Double>, season: borrowing SeasonCalendar, shift: Span<Double>
  ) {
    precondition(days.count >= count && shift.count >= count)
    for index in 0..<count {
      self[index] = season.finish(start: self[index] + shift[index], work: days[index]) - shift[index]
    }
  }

  @inline(never)
  fileprivate mutating func set(from first: Int, to other: Span<Double>, at start: Int, count: Int) {
    precondition(first + count <= self.count && start + count <= other.count)
    for index in 0..<count { self[first &+ index] = other[start &+ index] }
  }
}
