/// Where the numbers of a factor of `A·Θ·Aᵀ` lie, and where each elimination takes from: found once, from the
/// blocks alone.
///
/// A block is cut into panels of a few dozen rows. A panel holds its own rows and the later rows that its elimination
/// touches, row by row. What goes to rows of a border, which come after all of these, is kept behind the factor in
/// the border's own layout.
struct BlockLayout: Sendable {
  /// Rows of a panel: three such triangles fit into a core's first cache.
  private static let panelRows = 48

  struct Panel: Sendable {
    /// Place of its first row in the order of elimination.
    var first: Int
    var width: Int
    /// Numbers from one row to the next: even.
    var stride: Int
    /// Where it begins in the factor.
    var start: Int
    /// Places of the later rows that it touches, rising.
    var below: [Int32]
    /// Where the square of those rows is taken from.
    var spreads: [Spread] = []

    var height: Int { width + below.count }
  }

  /// What part of a panel's square is taken from one later panel.
  struct Spread: Sendable {
    /// Columns of the square that lie side by side in the later panel, too.
    struct Run: Sendable {
      var from: Int
      var to: Int
      var count: Int
    }

    /// First row of the square.
    var first: Int
    /// Where each row from there on begins in the factor.
    var offsets: [Int32]
    var runs: [Run]
  }

  /// A block's rows are counted on from the block's before.
  struct Block: Sendable {
    var count: Int
    /// Places of later rows that its elimination touches, rising.
    var later: [Int32]
  }

  /// Those that are eliminated here, in order, then the border's.
  private(set) var panels: [Panel] = []
  /// How many are eliminated here.
  private(set) var eliminated = 0
  /// Numbers of the factor and of what goes to the border.
  private(set) var size = 0
  /// Where the products of each pair of a column's entries go, in order.
  private(set) var targets: [Int32] = []
  /// Panel of each place.
  private var owners: [Int32] = []

  /// - Parameters:
  ///   - blocks: In the order of elimination.
  ///   - border: Rows after these.
  ///   - matrix: Its rows are places in that order, those of the border at the end.
  init(_ blocks: [Block], before border: BlockLayout? = nil, of matrix: SparseColumns) {
    for block in blocks { add(block) }
    eliminated = panels.count
    if let border { add(border) }
    findTargets(of: matrix)
    findSpreads()
  }

  /// Rows that are eliminated here.
  var ownRows: Int { panels.prefix(eliminated).last.map { $0.first + $0.width } ?? 0 }

  private mutating func add(_ block: Block) {
    var first = panels.last.map { $0.first + $0.width } ?? 0
    let end = first + block.count
    while first < end {
      let width = min(Self.panelRows, end - first)
      let below = ((first + width)..<end).map { Int32($0) } + block.later
      append(Panel(first: first, width: width, stride: (width + 1) & ~1, start: size, below: below))
      first += width
    }
  }

  private mutating func add(_ border: BlockLayout) {
    let (rows, start) = (ownRows, size)
    for var panel in border.panels {
      panel.first += rows
      panel.start += start
      panel.below = panel.below.map { $0 + Int32(rows) }
      append(panel)
    }
  }

  private mutating func append(_ panel: Panel) {
    owners += repeatElement(Int32(panels.count), count: panel.width)
    panels.append(panel)
    size += panel.height * panel.stride
  }

  private mutating func findTargets(of matrix: SparseColumns) {
    for column in 0..<matrix.columnCount {
      let range = matrix.range(column)
      for one in range {
        for other in range.lowerBound...one {
          let (a, b) = (Int(matrix.rows[one]), Int(matrix.rows[other]))
          targets.append(Int32(position(row: max(a, b), column: min(a, b))))
        }
      }
    }
  }

  private func position(row: Int, column: Int) -> Int {
    let panel = panels[Int(owners[column])]
    let height =
      row < panel.first + panel.width ? row - panel.first : panel.width + panel.below.firstPlace(of: row)
    return panel.start + height * panel.stride + column - panel.first
  }

  private mutating func findSpreads() {
    var heights = [Int32](repeating: 0, count: owners.count)
    for number in 0..<eliminated {
      let below = panels[number].below
      var from = 0
      while from < below.count {
        let target = panels[Int(owners[Int(below[from])])]
        for (height, place) in target.below.enumerated() {
          heights[Int(place)] = Int32(height + target.width)
        }
        var runs: [Spread.Run] = []
        var until = from
        while until < below.count, Int(below[until]) < target.first + target.width {
          let to = Int(below[until]) - target.first
          heights[Int(below[until])] = Int32(to)
          if let last = runs.last, last.to + last.count == to {
            runs[runs.count - 1].count += 1
          } else {
            runs.append(Spread.Run(from: until, to: to, count: 1))
          }
          until += 1
        }
        let offsets = below[from...].map { Int32(target.start + Int(heights[Int($0)]) * target.stride) }
        panels[number].spreads.append(Spread(first: from, offsets: offsets, runs: runs))
        from = until
      }
    }
  }
}

extension [Int32] {
  /// Place of a number in a rising list that holds it.
  fileprivate func firstPlace(of number: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
