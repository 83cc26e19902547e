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

  /// Adds `factor · matrix · vector` to `sum`.
  func addProduct(_ vector: [Double], times factor: Double = 1, to sum: inout [Double]) {
    precondition(vector.count >= columnCount && sum.count >= rowCount)
    sum.withUnsafeMutableBufferPointer { sum in
      withEntries { starts, rows, values in
        for column in 0..<columnCount {
          let value = vector[column] * factor
          for place in starts[column]..<starts[column + 1] { sum[Int(rows[place])] += values[place] * value }
        }
      }
    }
  }

  /// The product of the transposed matrix and a vector with a number for each row.
  func transposedProduct(_ vector: [Double]) -> [Double] {
    var product = [Double](repeating: 0, count: columnCount)
    transposedProduct(vector, into: &product)
    return product
  }

  /// The same, into memory that is there.
  func transposedProduct(_ vector: [Double], into product: inout [Double]) {
    precondition(vector.count >= rowCount && product.count >= columnCount)
    product.withUnsafeMutableBufferPointer { product in
      vector.withUnsafeBufferPointer { vector in
        withEntries { starts, rows, values in
          for column in 0..<columnCount {
            var sum = 0.0
            for place in starts[column]..<starts[column + 1] {
              sum += values[place] * vector[Int(rows[place])]
            }
            product[column] = sum
          }
        }
      }
    }
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
