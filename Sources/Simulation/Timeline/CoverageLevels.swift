/// The levels that a need's coverage can take, for counting how often each is there on a day.
///
/// The sums that its units can make if they are at most 64; else 65 bins, each from its level up to the next.
struct CoverageLevels: Sendable {
  private static let most = 64
  private static let cellShift: Int64 = 20

  /// In rising order; the first is 0.
  let values: [Int64]
  /// For each 1/1024 of full, the level of its lower end, from where a look-up goes on.
  private let cells: [UInt8]

  var count: Int { values.count }

  init(parts: [Int64], full: Int64, tolerance: Int64) {
    var sums: Set<Int64> = [0]
    for part in parts where sums.count <= Self.most {
      for sum in sums { sums.insert(sum + part >= full - tolerance ? full : sum + part) }
    }
    self.init(values: sums, full: full)
  }

  /// The levels of several needs, for one that is at the least of theirs.
  init(joining levels: [CoverageLevels]) {
    guard levels.count > 1 else {
      self = levels[0]
      return
    }
    self.init(values: Set(levels.flatMap(\.values)), full: CoveragePlan.full)
  }

  private init(values sums: Set<Int64>, full: Int64) {
    let levels =
      sums.count <= Self.most
      ? sums.sorted() : (0...Int64(Self.most)).map { $0 * (full / Int64(Self.most)) }
    values = levels
    cells = (0...full >> Self.cellShift).map { cell in
      UInt8(levels.lastIndex { $0 <= cell << Self.cellShift } ?? 0)
    }
  }

  /// The highest level that is not above `coverage`, which is from 0 to full.
  @inline(__always)
  func index(of coverage: Int64) -> Int {
    var index = Int(cells[Int(coverage &>> Self.cellShift)])
    while index &+ 1 < values.count, values[index &+ 1] <= coverage { index &+= 1 }
    return index
  }
}
