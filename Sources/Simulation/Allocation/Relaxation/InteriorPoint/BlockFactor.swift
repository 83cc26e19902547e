/// The factor `L·Lᵀ` of the normal equations `A·Θ·Aᵀ`, block by block.
///
/// What a panel takes from later panels is computed densely and spread out.
///
/// Safety of the pointers: each lives for the call that makes it and reaches one array that is held alone meanwhile;
/// ``BlockLayout`` gives no place outside.
struct BlockFactor: Sendable {
  private let layout: BlockLayout
  private var numbers: [Double]
  private var scratch: [Double]

  init(_ ordering: BlockOrdering, of matrix: SparseColumns) {
    layout = BlockLayout(ordering, of: matrix)
    numbers = [Double](repeating: 0, count: layout.size)
    scratch = [Double](repeating: 0, count: layout.tallest * layout.tallest)
  }

  /// Factors `A·Θ·Aᵀ` plus `regularisation` on the diagonal.
  ///
  /// - Returns: Whether it was done before `stop`: in huge programs it takes seconds.
  @discardableResult
  mutating func factor(
    _ matrix: SparseColumns, weights: [Double], regularisation: Double, stop: StopSignal = StopSignal()
  ) -> Bool {
    let layout = self.layout
    return numbers.withUnsafeMutableBufferPointer { numbers in
      scratch.withUnsafeMutableBufferPointer { scratch in
        guard let numbers = numbers.baseAddress, let scratch = scratch.baseAddress else { return true }
        numbers.update(repeating: 0, count: layout.size)
        Self.add(matrix, weights, layout.targets, to: numbers)
        for panel in layout.panels {
          if stop.isOver { return false }
          let own = numbers + panel.start
          for row in 0..<panel.width { own[row * panel.stride + row] += regularisation }
          DenseKernels.factor(own, rows: panel.height, width: panel.width, stride: panel.stride)
          guard !panel.below.isEmpty else { continue }
          DenseKernels.square(
            own + panel.width * panel.stride, count: panel.below.count, stride: panel.stride, into: scratch)
          Self.take(scratch, of: panel, from: numbers)
        }
        return true
      }
    }
  }

  private static func add(
    _ matrix: SparseColumns, _ weights: [Double], _ targets: [Int32], to numbers: UnsafeMutablePointer<Double>
  ) {
    targets.withUnsafeBufferPointer { targets in
      matrix.withEntries { starts, _, values in
        var next = 0
        for column in 0..<matrix.columnCount {
          let first = starts[column]
          for one in first..<starts[column + 1] {
            let value = values[one] * weights[column]
            for other in first...one {
              numbers[Int(targets[next])] += value * values[other]
              next += 1
            }
          }
        }
      }
    }
  }

  /// Takes a panel's square from the panels that own its rows.
  private static func take(
    _ square: UnsafePointer<Double>, of panel: BlockLayout.Panel, from numbers: UnsafeMutablePointer<Double>
  ) {
    let count = panel.below.count
    for spread in panel.spreads {
      for (number, offset) in spread.offsets.enumerated() {
        let row = spread.first + number
        for run in spread.runs {
          // The lower triangle alone.
          let length = min(run.count, row + 1 - run.from)
          guard length > 0 else { break }
          DenseKernels.subtract(
            square + row * count + run.from, times: 1, from: numbers + Int(offset) + run.to, length)
        }
      }
    }
  }

  /// Solves the factored equations, in place.
  func solve(_ rightSide: inout [Double]) {
    var vector = layout.rowsInOrder.map { rightSide[$0] }
    vector.withUnsafeMutableBufferPointer { vector in
      numbers.withUnsafeBufferPointer { numbers in
        guard let vector = vector.baseAddress, let numbers = numbers.baseAddress else { return }
        for panel in layout.panels { Self.forward(panel, numbers + panel.start, vector) }
        for panel in layout.panels.reversed() { Self.backward(panel, numbers + panel.start, vector) }
      }
    }
    for (place, row) in layout.rowsInOrder.enumerated() { rightSide[row] = vector[place] }
  }

  private static func forward(
    _ panel: BlockLayout.Panel, _ own: UnsafePointer<Double>, _ vector: UnsafeMutablePointer<Double>
  ) {
    let top = vector + panel.first
    for row in 0..<panel.width {
      let line = own + row * panel.stride
      top[row] = (top[row] - DenseKernels.dot(line, top, row)) / line[row]
    }
    for (row, place) in panel.below.enumerated() {
      vector[Int(place)] -= DenseKernels.dot(own + (panel.width + row) * panel.stride, top, panel.width)
    }
  }

  private static func backward(
    _ panel: BlockLayout.Panel, _ own: UnsafePointer<Double>, _ vector: UnsafeMutablePointer<Double>
  ) {
    let top = vector + panel.first
    for (row, place) in panel.below.enumerated() {
      DenseKernels.subtract(
        own + (panel.width + row) * panel.stride, times: vector[Int(place)], from: top, panel.width)
    }
    for row in stride(from: panel.width - 1, through: 0, by: -1) {
      let line = own + row * panel.stride
      top[row] /= line[row]
      DenseKernels.subtract(line, times: top[row], from: top, row)
    }
  }
}
