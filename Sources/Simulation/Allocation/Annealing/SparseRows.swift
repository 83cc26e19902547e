/// Rows of a sparse matrix one behind the other in memory, for loops that may not allocate.
struct SparseRows: Sendable {
  private var starts: [Int32]
  /// The column of each entry.
  private(set) var columns: [Int32]
  private(set) var values: [Double]

  init(_ rows: some Sequence<[(column: Int, value: Double)]>) {
    (starts, columns, values) = ([0], [], [])
    for row in rows {
      for entry in row {
        columns.append(Int32(entry.column))
        values.append(entry.value)
      }
      starts.append(Int32(columns.count))
    }
  }

  /// Places of a row's entries in ``columns`` and ``values``.
  @inline(__always)
  func places(ofRow row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }

  /// The same matrix by columns, of which there are `count`.
  func transposed(columns count: Int) -> SparseRows {
    var starts = [Int32](repeating: 0, count: count + 1)
    for column in columns { starts[Int(column) + 1] += 1 }
    for column in 0..<count { starts[column + 1] += starts[column] }
    var next = starts
    var rows = [Int32](repeating: 0, count: columns.count)
    var sorted = [Double](repeating: 0, count: columns.count)
    for row in self.starts.indices.dropLast() {
      for place in places(ofRow: row) {
        let target = Int(next[Int(columns[place])])
        next[Int(columns[place])] += 1
        rows[target] = Int32(row)
        sorted[target] = values[place]
      }
    }
    return SparseRows(starts: starts, columns: rows, values: sorted)
  }

  private init(starts: [Int32], columns: [Int32], values: [Double]) {
    (self.starts, self.columns, self.values) = (starts, columns, values)
  }
}
