/// The factor `L·Lᵀ` of the normal equations `A·Θ·Aᵀ`, block by block.
///
/// A block is cut into panels of a few dozen rows. A panel holds its own rows and the later rows that its elimination
/// touches, row by row; what it takes from later panels is computed densely and spread out.
struct BlockFactor: Sendable {
  /// Rows of a panel: three such triangles fit into a core's first cache.
  private static let panelRows = 48

  struct Panel: Sendable {
    /// Place of its first row in the order of elimination.
    var first: Int
    var width: Int
    /// Numbers from one row to the next: even.
    var stride: Int
    /// Where it begins in ``BlockFactor/numbers``.
    var start: Int
    /// Places of the later rows that it touches, rising.
    var below: [Int32]

    var height: Int { width + below.count }
  }

  private(set) var panels: [Panel] = []
  private var numbers: [Double]
  /// Place of each row in the order of elimination, and the row at each place.
  private let places: [Int]
  private let rowsInOrder: [Int]
  /// Panel of each place.
  private var owners: [Int32]
  /// Where the products of each pair of a column's entries go, in order.
  private var targets: [Int32] = []
  private var scratch: [Double]
  /// Height of each row in the panel being updated.
  private var heights: [Int32]

  init(_ ordering: BlockOrdering, of matrix: SparseColumns) {
    rowsInOrder = ordering.blocks.flatMap(\.rows)
    var places = [Int](repeating: 0, count: rowsInOrder.count)
    for (place, row) in rowsInOrder.enumerated() { places[row] = place }
    self.places = places
    owners = places.map { _ in 0 }
    heights = owners
    var (size, first, tallest) = (0, 0, 0)
    for block in ordering.blocks {
      let end = first + block.rows.count
      let later = block.later.flatMap { ordering.units[$0] }.map { Int32(places[$0]) }.sorted()
      while first < end {
        let width = min(Self.panelRows, end - first)
        let below = ((first + width)..<end).map { Int32($0) } + later
        let panel = Panel(first: first, width: width, stride: (width + 1) & ~1, start: size, below: below)
        for place in first..<(first + width) { owners[place] = Int32(panels.count) }
        panels.append(panel)
        size += panel.height * panel.stride
        tallest = max(tallest, below.count)
        first += width
      }
    }
    numbers = [Double](repeating: 0, count: size)
    scratch = [Double](repeating: 0, count: tallest * tallest)
    findTargets(of: matrix)
  }

  /// Numbers that the factor holds.
  var size: Int { numbers.count }

  private mutating func findTargets(of matrix: SparseColumns) {
    for column in 0..<matrix.columnCount {
      let range = matrix.range(column)
      for one in range {
        for other in range.lowerBound...one {
          let (a, b) = (places[Int(matrix.rows[one])], places[Int(matrix.rows[other])])
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

  /// Factors `A·Θ·Aᵀ` plus `regularisation` on the diagonal.
  mutating func factor(_ matrix: SparseColumns, weights: [Double], regularisation: Double) {
    numbers.withUnsafeMutableBufferPointer { numbers in
      numbers.update(repeating: 0)
      var next = 0
      for column in 0..<matrix.columnCount {
        let range = matrix.range(column)
        for one in range {
          let value = matrix.values[one] * weights[column]
          for other in range.lowerBound...one {
            numbers[Int(targets[next])] += value * matrix.values[other]
            next += 1
          }
        }
      }
    }
    for panel in panels {
      for row in 0..<panel.width { numbers[panel.start + row * panel.stride + row] += regularisation }
    }
    for panel in panels.indices { eliminate(panels[panel]) }
  }

  private mutating func eliminate(_ panel: Panel) {
    let count = panel.below.count
    // Each pointer lives for this call alone and reaches the panel's own part of the array.
    numbers.withUnsafeMutableBufferPointer { numbers in
      guard let base = numbers.baseAddress.map({ $0 + panel.start }) else { return }
      DenseKernels.factor(base, rows: panel.height, width: panel.width, stride: panel.stride)
      guard count > 0 else { return }
      scratch.withUnsafeMutableBufferPointer { scratch in
        guard let result = scratch.baseAddress else { return }
        DenseKernels.square(
          base + panel.width * panel.stride, count: count, stride: panel.stride, into: result)
      }
    }
    guard count > 0 else { return }
    spread(panel.below)
  }

  /// Takes the square in `scratch` of rows at some places from the panels that own them.
  private mutating func spread(_ below: [Int32]) {
    let count = below.count
    var from = 0
    while from < count {
      let target = panels[Int(owners[Int(below[from])])]
      let end = Int32(target.first + target.width)
      for (height, place) in target.below.enumerated() { heights[Int(place)] = Int32(height + target.width) }
      var until = from
      while until < count, below[until] < end {
        heights[Int(below[until])] = below[until] - Int32(target.first)
        until += 1
      }
      numbers.withUnsafeMutableBufferPointer { numbers in
        for row in from..<count {
          let own = target.start + Int(heights[Int(below[row])]) * target.stride - target.first
          let line = row * count
          for column in from..<min(until, row + 1) {
            numbers[own + Int(below[column])] -= scratch[line + column]
          }
        }
      }
      from = until
    }
  }

  /// Solves the factored equations, in place.
  func solve(_ rightSide: inout [Double]) {
    var vector = rowsInOrder.map { rightSide[$0] }
    numbers.withUnsafeBufferPointer { numbers in
      for panel in panels {
        for row in 0..<panel.height {
          let own = panel.start + row * panel.stride
          let place = row < panel.width ? panel.first + row : Int(panel.below[row - panel.width])
          var sum = vector[place]
          for column in 0..<min(row, panel.width) {
            sum -= numbers[own + column] * vector[panel.first + column]
          }
          vector[place] = row < panel.width ? sum / numbers[own + row] : sum
        }
      }
      for panel in panels.reversed() {
        for row in stride(from: panel.height - 1, through: 0, by: -1) {
          let own = panel.start + row * panel.stride
          let place = row < panel.width ? panel.first + row : Int(panel.below[row - panel.width])
          if row < panel.width { vector[place] /= numbers[own + row] }
          let value = vector[place]
          for column in 0..<min(row, panel.width) {
            vector[panel.first + column] -= numbers[own + column] * value
          }
        }
      }
    }
    for (place, row) in rowsInOrder.enumerated() { rightSide[row] = vector[place] }
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
