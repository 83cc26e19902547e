/// Columns in the order of scores that fall while they wait, each computed again only when its turn comes.
///
/// Scores that were told at first are kept in classes of a thousandth, not sorted: what comes out is the best to a
/// thousandth, of equals the first column, and the same for the same scores.
struct FallingScores {
  /// In falling order of the score at first.
  private let columns: [Int32]
  private let atFirst: [Double]
  private var next = 0
  private var waiting = MinimumHeap<Waiting>()

  /// Told again since, the best least.
  private struct Waiting: Comparable {
    let score: Double
    let column: Int

    static func < (left: Waiting, right: Waiting) -> Bool {
      (right.score, left.column) < (left.score, right.column)
    }
  }

  /// Digits of a score that tell classes apart: eleven of the exponent and ten of the fraction.
  private static let droppedBits: UInt64 = 42
  private static let width = 1 + 0x1p-10

  /// - Parameters:
  ///   - columns: In rising order.
  ///   - scores: Of each column by its number; those at most 0 never come out.
  init(_ columns: some Collection<Int>, scores: [Double]) {
    let scored = columns.filter { scores[$0] > 0 }
    let classes = scored.map { Int(scores[$0].bitPattern >> Self.droppedBits) }
    let (low, high) = (classes.min() ?? 0, classes.max() ?? 0)
    var starts = [Int](repeating: 0, count: high - low + 2)
    for number in classes { starts[high - number + 1] += 1 }
    for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
    var sorted = [Int32](repeating: 0, count: scored.count)
    for (column, number) in zip(scored, classes) {
      sorted[starts[high - number]] = Int32(column)
      starts[high - number] += 1
    }
    self.columns = sorted
    atFirst = scores
  }

  /// Puts a column back.
  mutating func wait(_ column: Int, score: Double) {
    if score > 0 { waiting.push(Waiting(score: score, column: column)) }
  }

  /// Takes the best column out.
  ///
  /// - Parameter score: What a column's score is by now; at most 0 for one that is done with.
  /// - Returns: The column and its score; `nil` where none is left.
  mutating func popBest(_ score: (Int) -> Double) -> (column: Int, score: Double)? {
    while true {
      let head = next < columns.count ? atFirst[Int(columns[next])] * Self.width : 0
      let column: Int
      if let least = waiting.least, least.score >= head {
        column = least.column
        _ = waiting.pop()
      } else if next < columns.count {
        column = Int(columns[next])
        next += 1
      } else {
        return nil
      }
      let score = score(column)
      guard score > 0 else { continue }
      let rival = max(next < columns.count ? atFirst[Int(columns[next])] : 0, waiting.least?.score ?? 0)
      if score * Self.width >= rival { return (column, score) }
      wait(column, score: score)
    }
  }
}
