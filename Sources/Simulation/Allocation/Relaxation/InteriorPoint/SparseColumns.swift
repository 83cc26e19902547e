/// A sparse matrix by columns.
struct SparseColumns: Sendable {
  let rowCount: Int
  /// Where each column begins; one more than there are columns.
  private(set) var starts = [0]
  private(set) var rows: [Int32] = []
  private(set) var values: [Double] = []

  init(rowCount: Int) { self.rowCount = rowCount }

  /// Columns of a program's rows, in order.
  init(of program: LinearProgram) {
    rowCount = program.rows.count
    var counts = [Int](repeating: 0, count: program.columns.count + 1)
    for row in program.rows {
      for entry in row.entries { counts[entry.column + 1] += 1 }
    }
    for column in program.columns.indices { counts[column + 1] += counts[column] }
    starts = counts
    rows = [Int32](repeating: 0, count: counts[program.columns.count])
    values = [Double](repeating: 0, count: rows.count)
    for (number, row) in program.rows.enumerated() {
      for entry in row.entries {
        rows[counts[entry.column]] = Int32(number)
        values[counts[entry.column]] = entry.value
        counts[entry.column] += 1
      }
    }
  }

  var columnCount: Int { starts.count - 1 }

  func range(_ column: Int) -> Range<Int> { starts[column]..<starts[column + 1] }

  /// Entries of each column.
  var entryCounts: [Double] { (0..<columnCount).map { Double(starts[$0 + 1] - starts[$0]) } }

  mutating func removeLast() {
    starts.removeLast()
    let count = starts[starts.count - 1]
    rows.removeLast(rows.count - count)
    values.removeLast(values.count - count)
  }

  mutating func append(_ column: some Sequence<(row: Int, value: Double)>) {
    for (row, value) in column {
      rows.append(Int32(row))
      values.append(value)
    }
    starts.append(rows.count)
  }

  /// Multiplies every entry by its row's and its column's factor.
  mutating func scale(rows rowFactors: [Double], columns: [Double]) {
    for column in 0..<columnCount {
      for place in range(column) { values[place] *= rowFactors[Int(rows[place])] * columns[column] }
    }
  }

  /// Divides rows, then columns, by their largest entry.
  mutating func level() {
    var sizes = [Double](repeating: 0, count: rowCount)
    for (row, value) in zip(rows, values) { sizes[Int(row)] = max(sizes[Int(row)], abs(value)) }
    let factors = sizes.map { $0 > 0 ? 1 / $0 : 1 }
    let columns = (0..<columnCount).map { column in
      let size = range(column).reduce(0) { max($0, abs(values[$1]) * factors[Int(rows[$1])]) }
      return size > 0 ? 1 / size : 1
    }
    scale(rows: factors, columns: columns)
  }

  /// Some columns, with rows at other places; entries by place.
  ///
  /// - Parameters:
  ///   - columns: `nil` for one without entries.
  ///   - places: Of each row that these columns touch.
  ///   - rowCount: Of the result.
  /// - Returns: A matrix of these columns alone.
  func part(columns: [Int?], places: [Int32], rowCount: Int) -> SparseColumns {
    var part = SparseColumns(rowCount: rowCount)
    var entries: [(row: Int, value: Double)] = []
    for column in columns {
      entries.removeAll(keepingCapacity: true)
      if let column {
        for place in range(column) { entries.append((Int(places[Int(rows[place])]), values[place])) }
        entries.sort { $0.row < $1.row }
      }
      part.append(entries)
    }
    return part
  }

  /// Where columns begin, and the row and value of each entry.
  ///
  /// Rows are below ``rowCount``, so that loops need not check them. The buffers live for the call alone.
  func withEntries(
    _ body: (UnsafeBufferPointer<Int>, UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Double>) -> Void
  ) {
    starts.withUnsafeBufferPointer { starts in
      rows.withUnsafeBufferPointer { rows in
        values.withUnsafeBufferPointer { values in body(starts, rows, values) }
      }
    }
  }
}
