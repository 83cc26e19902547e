/// The levels that a need's coverage can take, for counting how often each is there on a day.
///
/// The sums that its units can make if they are few enough; else bins, each from its level up to the next.
struct CoverageLevels: Sendable {
  /// Of many needs, so that a worker's tables stay close to the processor.
  private static let coarse = 64
  /// Of few needs.
  ///
  /// Both divide ``CoveragePlan/full``.
  private static let fine = 960
  /// Entries of tables that are small whatever is in them.
  private static let smallTables = 1 << 20
  private static let cellShift: Int64 = 20

  /// In rising order; the first is 0.
  let values: [Int64]
  /// Whether coverage is always at one of them, and not merely above it.
  let isExact: Bool
  /// For each 1/1024 of full, the level of its lower end, from where a look-up goes on.
  private let cells: [UInt16]

  var count: Int { values.count }

  /// Levels beyond nothing that a need may have, by how many needs and days are counted.
  static func most(needs: Int, days: Int) -> Int {
    needs * days * (fine + 1) <= smallTables ? fine : coarse
  }

  init(parts: [Int64], full: Int64, tolerance: Int64, most: Int) {
    var sums: Set<Int64> = [0]
    for part in parts where sums.count <= most {
      for sum in sums { sums.insert(sum + part >= full - tolerance ? full : sum + part) }
    }
    self.init(values: sums, areAll: true, full: full, most: most)
  }

  /// The levels of several needs, for one that is at the least of theirs.
  init(joining levels: [CoverageLevels], most: Int) {
    guard levels.count > 1 else {
      self = levels[0]
      return
    }
    self.init(
      values: Set(levels.flatMap(\.values)), areAll: levels.allSatisfy(\.isExact), full: CoveragePlan.full,
      most: most)
  }

  private init(values sums: Set<Int64>, areAll: Bool, full: Int64, most: Int) {
    isExact = areAll && sums.count <= most
    let levels =
      sums.count <= most ? sums.sorted() : (0...Int64(most)).map { $0 * (full / Int64(most)) }
    values = levels
    cells = (0...full >> Self.cellShift).map { cell in
      UInt16(levels.lastIndex { $0 <= cell << Self.cellShift } ?? 0)
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
