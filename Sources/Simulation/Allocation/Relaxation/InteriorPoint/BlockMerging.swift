extension [BlockOrdering.Block] {
  /// Rows that are worth adding to a block's own for what it costs to spread its square at all.
  private static var overhead: Int { 3 }
  /// Rows of a merged block at most: a panel's.
  private static var mostRows: Int { 48 }

  /// The same elimination with small blocks merged that hand on what they leave to the same block, wherever one
  /// larger square is quicker than two: thousands of pledges that compete for the same needs are a row each, and
  /// the square of a single row is all memory and no arithmetic.
  ///
  /// None of them touches another; that a merged block counts a few zeros as numbers is all it costs.
  ///
  /// - Parameter units: Rows of each unit that blocks touch later.
  /// - Returns: Blocks in an order of elimination.
  func merged(units: [[Int]]) -> [BlockOrdering.Block] {
    let weights = units.map(\.count)
    func work(_ block: BlockOrdering.Block) -> Int {
      let height = block.rows.count + block.later.reduce(0) { $0 + weights[$1] }
      return (block.rows.count + Self.overhead) * height * height
    }
    var blockOfRow: [Int: Int] = [:]
    for (number, block) in enumerated() { for row in block.rows { blockOfRow[row] = number } }
    var siblings: [Int: [Int]] = [:]
    for (number, block) in enumerated() where block.rows.count < Self.mostRows / 2 {
      let parent = block.later.compactMap { units[$0].first.flatMap { blockOfRow[$0] } }.min()
      if let parent { siblings[parent, default: []].append(number) }
    }
    var result = map { Optional($0) }
    for children in siblings.values {
      let alike = children.sorted {
        self[$0].later == self[$1].later
          ? $0 < $1 : self[$0].later.lexicographicallyPrecedes(self[$1].later)
      }
      var last: Int?
      for next in alike {
        // A block moves back to the later one's place, which is still before all that it touches.
        if let before = last, let one = result[before], let other = result[next],
          one.rows.count + other.rows.count <= Self.mostRows
        {
          let both = one.merged(with: other)
          if work(both) < work(one) + work(other) {
            (result[before], result[next]) = (nil, nil)
            result[Swift.max(before, next)] = both
            last = Swift.max(before, next)
            continue
          }
        }
        last = next
      }
    }
    return result.compactMap(\.self)
  }
}

extension BlockOrdering.Block {
  fileprivate func merged(with other: Self) -> Self {
    let isAlike = later == other.later
    return Self(
      rows: rows + other.rows, later: isAlike ? later : Set(later).union(other.later).sorted())
  }
}
