/// Rows of a sparse matrix one behind the other in memory, for loops that may not allocate.
struct SparseRows: Sendable {
  private var starts: [Int32] = [0]
  /// The column of each entry.
  private(set) var columns: [Int32] = []
  private(set) var values: [Double] = []

  init(_ rows: some Sequence<[(column: Int, value: Double)]>) {
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
    var rows = [[(column: Int, value: Double)]](repeating: [], count: count)
    for row in starts.indices.dropLast() {
      for place in places(ofRow: row) { rows[Int(columns[place])].append((row, values[place])) }
    }
    return SparseRows(rows)
  }
}
