/// The factor `L·Lᵀ` of the normal equations `A·Θ·Aᵀ`, block by block; of some rows of them, with what these take
/// from a border's.
///
/// What a panel takes from later panels is computed densely, a few rows at a time, and spread out.
///
/// Safety of the pointers: each lives for the call that makes it and reaches one array that is held alone meanwhile;
/// ``BlockLayout`` gives no place outside, and threads of one call write to different rows.
struct BlockFactor: Sendable {
  private let layout: BlockLayout
  private var numbers: [Double]
  private let threads: Int

  /// Rows of a panel's square at a time: with the panel they fit into a core's second cache.
  private static let tileRows = 32
  /// Multiplications from which several threads take tiles: a tenth of a millisecond.
  private static let leastShared = 500_000

  /// - Parameters:
  ///   - layout: Which numbers there are.
  ///   - threads: At most so many take parts of one panel.
  init(_ layout: BlockLayout, threads: Int = 1) {
    self.layout = layout
    self.threads = threads
    numbers = [Double](repeating: 0, count: layout.size)
  }

  /// Adds the products `A·Θ·Aᵀ` to what is to be factored.
  mutating func add(_ matrix: SparseColumns, weights: UnsafePointer<Double>) {
    numbers.withUnsafeMutableBufferPointer { numbers in
      layout.targets.withUnsafeBufferPointer { targets in
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
  }

  mutating func clear() {
    numbers.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
  }

  /// Adds what parts have left for these rows, in their order.
  mutating func gather(_ parts: [InteriorPart]) {
    for part in parts {
      part.factor.numbers.withUnsafeBufferPointer { source in
        let first = source.count - numbers.count
        numbers.withUnsafeMutableBufferPointer { numbers in
          for place in numbers.indices { numbers[place] += source[first + place] }
        }
      }
    }
  }

  /// Factors what has been added up, with `regularisation` on the diagonal.
  ///
  /// - Returns: Whether it was done before `stop`: in huge programs it takes seconds.
  mutating func factor(regularisation: Double, stop: StopSignal) -> Bool {
    let (layout, threads) = (self.layout, self.threads)
    return numbers.withUnsafeMutableBufferPointer { numbers in
      guard let numbers = numbers.baseAddress else { return true }
      for panel in layout.panels.prefix(layout.eliminated) {
        if stop.isOver { return false }
        let own = numbers + panel.start
        for row in 0..<panel.width { own[row * panel.stride + row] += regularisation }
        DenseKernels.factor(own, width: panel.width, stride: panel.stride)
        nonisolated(unsafe) let numbers = numbers
        let (below, width) = (panel.below.count, panel.width)
        let tiles = (below + Self.tileRows - 1) / Self.tileRows
        let forSolving = below * width * width / 2 < Self.leastShared ? 1 : threads
        concurrently(count: tiles, threads: forSolving) {
          Self.solve(tile: $0, of: panel, in: numbers)
        }
        let forTaking = below * below * width / 2 < Self.leastShared ? 1 : threads
        // The longest rows first.
        concurrently(count: tiles, threads: forTaking) {
          Self.take(tile: tiles - 1 - $0, of: panel, from: numbers)
        }
      }
      return true
    }
  }

  private static func rows(ofTile tile: Int, _ panel: BlockLayout.Panel) -> Range<Int> {
    tile * tileRows..<min((tile + 1) * tileRows, panel.below.count)
  }

  private static func solve(tile: Int, of panel: BlockLayout.Panel, in numbers: UnsafeMutablePointer<Double>)
  {
    let rows = rows(ofTile: tile, panel)
    let own = numbers + panel.start
    DenseKernels.solve(
      own + (panel.width + rows.lowerBound) * panel.stride, rows: rows.count, against: own,
      width: panel.width,
      stride: panel.stride)
  }

  /// Takes some rows of a panel's square from the panels that own them.
  ///
  /// Two columns meet all these rows before the next two do, so that the rows stay in a core's first cache.
  private static func take(
    tile: Int, of panel: BlockLayout.Panel, from numbers: UnsafeMutablePointer<Double>
  ) {
    let rows = rows(ofTile: tile, panel)
    let all = numbers + panel.start + panel.width * panel.stride
    for spread in panel.spreads where spread.first < rows.upperBound {
      spread.offsets.withUnsafeBufferPointer { offsets in
        for run in spread.runs {
          for place in stride(from: 0, to: run.count, by: 2) {
            let column = run.from + place
            let first = max(column, rows.lowerBound)
            guard first < rows.upperBound else { break }
            DenseKernels.takeSquare(
              all, rows: first..<rows.upperBound, column: column, length: panel.stride,
              isPair: place + 1 < run.count
            ) { numbers + Int(offsets[$0 - spread.first]) + run.to + place }
          }
        }
      }
    }
  }

  /// First half of a solution: of a vector in the order of elimination, the border's rows behind.
  func forward(_ vector: UnsafeMutablePointer<Double>) {
    numbers.withUnsafeBufferPointer { numbers in
      guard let numbers = numbers.baseAddress else { return }
      for panel in layout.panels.prefix(layout.eliminated) {
        Self.forward(panel, numbers + panel.start, vector)
      }
    }
  }

  /// Second half, once the border's rows are solved.
  func backward(_ vector: UnsafeMutablePointer<Double>) {
    numbers.withUnsafeBufferPointer { numbers in
      guard let numbers = numbers.baseAddress else { return }
      for panel in layout.panels.prefix(layout.eliminated).reversed() {
        Self.backward(panel, numbers + panel.start, vector)
      }
    }
  }

  private static func forward(
    _ panel: BlockLayout.Panel, _ own: UnsafePointer<Double>, _ vector: UnsafeMutablePointer<Double>
  ) {
    let top = vector + panel.first
    for row in 0..<panel.width {
      let line = own + row * panel.stride
      top[row] = (top[row] - DenseKernels.dot(line, top, row)) / line[row]
    }
    let lines = own + panel.width * panel.stride
    panel.below.withUnsafeBufferPointer { below in
      var row = 0
      while row + 4 <= below.count {
        let sums = DenseKernels.dotFour(lines + row * panel.stride, panel.stride, top, panel.width)
        for number in 0..<4 { vector[Int(below[row + number])] -= sums[number] }
        row += 4
      }
      while row < below.count {
        vector[Int(below[row])] -= DenseKernels.dot(lines + row * panel.stride, top, panel.width)
        row += 1
      }
    }
  }

  private static func backward(
    _ panel: BlockLayout.Panel, _ own: UnsafePointer<Double>, _ vector: UnsafeMutablePointer<Double>
  ) {
    let top = vector + panel.first
    let lines = own + panel.width * panel.stride
    panel.below.withUnsafeBufferPointer { below in
      var row = 0
      while row + 4 <= below.count {
        let factors = SIMD4(
          vector[Int(below[row])], vector[Int(below[row + 1])], vector[Int(below[row + 2])],
          vector[Int(below[row + 3])])
        DenseKernels.subtractFour(
          lines + row * panel.stride, panel.stride, times: factors, from: top, panel.width)
        row += 4
      }
      while row < below.count {
        DenseKernels.subtract(
          lines + row * panel.stride, times: vector[Int(below[row])], from: top, panel.width)
        row += 1
      }
    }
    for row in stride(from: panel.width - 1, through: 0, by: -1) {
      let line = own + row * panel.stride
      top[row] /= line[row]
      DenseKernels.subtract(line, times: top[row], from: top, row)
    }
  }
}
