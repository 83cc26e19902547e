/// Chooses independent columns of a sparse matrix, earlier ones of a list before later ones, by a sparse LU.
///
/// Columns that alone reach a row, and rows that only one column reaches, are settled first, without arithmetic.
/// What is left is eliminated column by column, each pivot in a row that few columns reach.
struct IndependentColumns {
  private let matrix: SparseColumns
  /// Column that each row was given to; `nil` while it has none.
  private(set) var columnOfRow: [Int?]
  /// Multipliers below each pivot, by row of the pivot, for rows without a column at the time.
  private var lower: [[(row: Int32, value: Double)]]
  /// When each row was given away.
  private var order: [Int]
  private var given = 0
  private var work: [Double]
  private var mark: [Int]
  private var round = 0

  /// A pivot is at least this, and this share of the largest number it could be.
  private static let least = 1e-7
  private static let share = 0.05

  init(of matrix: SparseColumns) {
    self.matrix = matrix
    columnOfRow = [Int?](repeating: nil, count: matrix.rowCount)
    lower = columnOfRow.map { _ in [] }
    order = columnOfRow.map { _ in .max }
    work = columnOfRow.map { _ in 0 }
    mark = columnOfRow.map { _ in 0 }
  }

  var chosen: [Int] { columnOfRow.compactMap(\.self) }

  /// Takes all columns of a list that are independent of those before; the best come first.
  mutating func take(_ columns: [Int]) {
    var counts = [Int](repeating: 0, count: matrix.rowCount)
    let rest = peel(columns, &counts)
    // Few entries first: they fill the least.
    let open = rest.map { column in
      (column, matrix.range(column).count { columnOfRow[Int(matrix.rows[$0])] == nil })
    }
    for (column, _) in open.enumerated().sorted(by: { ($0.1.1, $0.0) < ($1.1.1, $1.0) }).map(\.1) {
      eliminate(column, counts)
    }
  }

  /// Settles what needs no arithmetic; what is left, in order, and how many of it reach each row.
  private mutating func peel(_ columns: [Int], _ counts: inout [Int]) -> [Int] {
    var isOpen = [Bool](repeating: true, count: columns.count)
    var reaching = [[Int32]](repeating: [], count: matrix.rowCount)
    var left = columns.map { column in
      matrix.range(column).count { columnOfRow[Int(matrix.rows[$0])] == nil }
    }
    for (number, column) in columns.enumerated() {
      for place in matrix.range(column) { reaching[Int(matrix.rows[place])].append(Int32(number)) }
    }
    counts = reaching.map(\.count)
    // Only where no row was given away before: later columns would need its multipliers.
    let isFirst = given == 0
    var queue = columns.indices.filter { left[$0] == 1 }
    var rows = isFirst ? counts.indices.filter { counts[$0] == 1 } : []
    var (next, nextRow) = (0, 0)
    while isFirst, next < queue.count || nextRow < rows.count {
      let number: Int
      let row: Int
      if next < queue.count {
        number = queue[next]
        next += 1
        guard isOpen[number], left[number] == 1, let open = openRow(of: columns[number]) else { continue }
        row = open
      } else {
        row = rows[nextRow]
        nextRow += 1
        guard columnOfRow[row] == nil, let only = reaching[row].first(where: { isOpen[Int($0)] }) else {
          continue
        }
        number = Int(only)
      }
      guard give(row, to: columns[number]) else { continue }
      isOpen[number] = false
      for place in matrix.range(columns[number]) {
        let other = Int(matrix.rows[place])
        counts[other] -= 1
        if counts[other] == 1 { rows.append(other) }
      }
      for other in reaching[row] where isOpen[Int(other)] {
        left[Int(other)] -= 1
        if left[Int(other)] == 1 { queue.append(Int(other)) }
      }
    }
    return columns.indices.filter { isOpen[$0] }.map { columns[$0] }
  }

  private func openRow(of column: Int) -> Int? {
    matrix.range(column).map { Int(matrix.rows[$0]) }.first { columnOfRow[$0] == nil }
  }

  /// Gives a row to a column whose other open rows nobody else needs, or that has none.
  private mutating func give(_ row: Int, to column: Int) -> Bool {
    var pivot = 0.0
    var largest = 0.0
    for place in matrix.range(column) {
      let other = Int(matrix.rows[place])
      guard columnOfRow[other] == nil else { continue }
      largest = max(largest, abs(matrix.values[place]))
      if other == row { pivot = matrix.values[place] }
    }
    guard abs(pivot) > Self.least, abs(pivot) >= Self.share * largest else { return false }
    for place in matrix.range(column) {
      let other = Int(matrix.rows[place])
      if columnOfRow[other] == nil, other != row {
        lower[row].append((Int32(other), matrix.values[place] / pivot))
      }
    }
    columnOfRow[row] = column
    order[row] = given
    given += 1
    return true
  }

  /// Gives a column the best row that is left to it after those before; none where it depends on them.
  private mutating func eliminate(_ column: Int, _ counts: [Int]) {
    round += 1
    var touched: [Int32] = []
    var pending: [Int] = []  // rows with a column, by when they were given away, the last first
    for place in matrix.range(column) {
      let row = Int(matrix.rows[place])
      work[row] = matrix.values[place]
      touch(row, &touched, &pending)
    }
    // Reached rows are worked off in the order in which they were given away.
    var heap = MinimumHeap(pending.map { order[$0] })
    var rowOfOrder: [Int: Int] = [:]
    for row in pending { rowOfOrder[order[row]] = row }
    while let first = heap.pop() {
      guard let row = rowOfOrder[first] else { continue }
      let value = work[row]
      guard value != 0 else { continue }
      for (other, multiplier) in lower[row] {
        let other = Int(other)
        work[other] -= multiplier * value
        if mark[other] != round {
          mark[other] = round
          touched.append(Int32(other))
          if columnOfRow[other] != nil {
            heap.push(order[other])
            rowOfOrder[order[other]] = other
          }
        }
      }
    }
    pivot(column, touched, counts)
    for row in touched { work[Int(row)] = 0 }
  }

  private mutating func touch(_ row: Int, _ touched: inout [Int32], _ pending: inout [Int]) {
    guard mark[row] != round else { return }
    mark[row] = round
    touched.append(Int32(row))
    if columnOfRow[row] != nil { pending.append(row) }
  }

  private mutating func pivot(_ column: Int, _ touched: [Int32], _ counts: [Int]) {
    var largest = 0.0
    for row in touched where columnOfRow[Int(row)] == nil { largest = max(largest, abs(work[Int(row)])) }
    guard largest > Self.least * 100 else { return }
    var best: Int?
    for row in touched.lazy.map({ Int($0) })
    where columnOfRow[row] == nil && abs(work[row]) >= Self.share * largest {
      if best.map({ (counts[row], row) < (counts[$0], $0) }) ?? true { best = row }
    }
    guard let best else { return }
    for row in touched where columnOfRow[Int(row)] == nil && Int(row) != best && abs(work[Int(row)]) > 1e-14 {
      lower[best].append((row, work[Int(row)] / work[best]))
    }
    columnOfRow[best] = column
    order[best] = given
    given += 1
  }
}
