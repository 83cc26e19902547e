/// Which blocks are eliminated side by side: the elimination's tree, cut into parts that share the border alone.
///
/// A block hands what it leaves behind to the first later block that it touches, its parent, and so to none outside
/// the way from there to the root. Subtrees that hang from the border therefore never meet but in the border, and
/// every variable's rows lie on one such way: it belongs to one part. How a program is cut hangs on the program
/// alone, so that threads cannot change a sum.
struct BlockParts {
  /// Blocks of each part, in the order of elimination.
  private(set) var parts: [[Int]]
  /// Blocks that all parts share, in that order.
  private(set) var border: [Int] = []
  /// Variables of each part.
  private(set) var columns: [[Int]]

  /// Parts at most: each has the border's square to itself, and all of these are to stay in the processor's caches.
  private static let mostParts = 4
  /// Numbers of all these squares together, at most.
  private static let mostNumbers = 4_000_000
  /// Work from which it pays to wait for one another: about a millisecond.
  private static let leastWork = 8_000_000
  /// So many multiplications of a factorisation take as long as what a step does with one entry.
  private static let workPerEntry = 200

  /// - Parameters:
  ///   - ordering: Of the rows of `matrix`.
  ///   - matrix: Rows and variables.
  init(_ ordering: BlockOrdering, of matrix: SparseColumns) {
    let blocks = ordering.blocks
    parts = [Array(blocks.indices)]
    columns = [Array(0..<matrix.columnCount)]
    let tree = EliminationTree(ordering, of: matrix, workPerEntry: Self.workPerEntry)
    guard tree.work >= Self.leastWork else { return }
    let (roots, border) = tree.cut(into: 3 * Self.mostParts, mostRows: Self.mostRows)
    guard roots.count > 1 else { return }
    self.border = border
    let rows = border.reduce(0) { $0 + blocks[$1].rows.count }
    share(roots, of: tree, among: max(2, min(Self.mostParts, Self.mostNumbers / max(1, rows * rows / 2))))
  }

  /// Rows of a border whose square fits twice.
  private static var mostRows: Int { Int(Double(mostNumbers).squareRoot()) }

  /// The heaviest subtree first, each to the part that has least to do so far; variables of the border alone fill up.
  private mutating func share(_ roots: [Int], of tree: EliminationTree, among count: Int) {
    var work = [Int](repeating: 0, count: count)
    var partOfRoot: [Int: Int] = [:]
    for root in roots.sorted(by: { (tree.subtreeWork[$1], $0) < (tree.subtreeWork[$0], $1) }) {
      let part = Self.least(work)
      partOfRoot[root] = part
      work[part] += tree.subtreeWork[root]
    }
    let partOfBlock = tree.roots(roots).map { $0.flatMap { partOfRoot[$0] } }
    parts = (0..<count).map { _ in [] }
    columns = parts
    for (block, part) in partOfBlock.enumerated() { if let part { parts[part].append(block) } }
    for (column, block) in tree.firstBlock.enumerated() {
      guard let part = block.flatMap({ partOfBlock[$0] }) else {
        let part = Self.least(work)
        columns[part].append(column)
        work[part] += Self.workPerEntry
        continue
      }
      columns[part].append(column)
    }
  }

  private static func least(_ work: [Int]) -> Int {
    work.indices.min { (work[$0], $0) < (work[$1], $1) } ?? 0
  }
}

/// Which block comes after which, and what each has to do.
private struct EliminationTree {
  /// The first later block that each touches.
  private var parents: [Int?] = []
  private let rows: [Int]
  /// Multiplications of each block with all below it.
  private(set) var subtreeWork: [Int]
  /// The first block that each variable touches.
  private(set) var firstBlock: [Int?] = []

  init(_ ordering: BlockOrdering, of matrix: SparseColumns, workPerEntry: Int) {
    rows = ordering.blocks.map(\.rows.count)
    var blockOfRow = [Int](repeating: 0, count: matrix.rowCount)
    for (number, block) in ordering.blocks.enumerated() { for row in block.rows { blockOfRow[row] = number } }
    subtreeWork = []
    for block in ordering.blocks {
      let later = block.later.map { ordering.units[$0] }
      parents.append(later.map { blockOfRow[$0[0]] }.min())
      let touched = later.reduce(0) { $0 + $1.count } + block.rows.count
      subtreeWork.append(block.rows.count * touched * touched / 2)
    }
    for column in 0..<matrix.columnCount {
      let range = matrix.range(column)
      let first = range.map { blockOfRow[Int(matrix.rows[$0])] }.min()
      firstBlock.append(first)
      if let first { subtreeWork[first] += range.count * workPerEntry }
    }
    for (block, parent) in parents.enumerated() {
      if let parent { subtreeWork[parent] += subtreeWork[block] }
    }
  }

  var work: Int { parents.indices.reduce(0) { $0 + (parents[$1] == nil ? subtreeWork[$1] : 0) } }

  /// Takes the heaviest subtree's root into the border until no subtree does more than one of so many shares of all
  /// work, or until the border would have more than `mostRows` rows.
  func cut(into shares: Int, mostRows: Int) -> (roots: [Int], border: [Int]) {
    var children = [[Int]](repeating: [], count: parents.count)
    for (block, parent) in parents.enumerated() { if let parent { children[parent].append(block) } }
    let most = work / shares
    var roots = parents.indices.filter { parents[$0] == nil }
    var (border, count) = ([Int](), 0)
    while let place = roots.indices.max(by: {
      (subtreeWork[roots[$0]], $1) < (subtreeWork[roots[$1]], $0)
    }), subtreeWork[roots[place]] > most, count + rows[roots[place]] <= mostRows {
      let root = roots.remove(at: place)
      count += rows[root]
      border.append(root)
      roots += children[root]
    }
    return (roots, border.sorted())
  }

  /// The subtree that each block belongs to; `nil` in the border.
  func roots(_ roots: [Int]) -> [Int?] {
    var found = [Int?](repeating: nil, count: parents.count)
    for root in roots { found[root] = root }
    for block in parents.indices.reversed() where found[block] == nil {
      found[block] = parents[block].flatMap { found[$0] }
    }
    return found
  }
}
