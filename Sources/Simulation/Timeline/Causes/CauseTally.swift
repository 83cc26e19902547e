/// How causes are felt over replications, in whole numbers: merging is exact in any order.
struct CauseTally: MergeableCounts {
  /// Sums over replications of a count and of the count it is out of, for the error of their ratio.
  struct Share: Sendable {
    var met: UInt64 = 0
    var all: UInt64 = 0
    var metSquares: UInt128 = 0
    var allSquares: UInt128 = 0
    var products: UInt128 = 0

    /// Adds counts of ones, of which those met are among all: a one is its own square.
    mutating func add(met: UInt32, all: UInt32) {
      self.met += UInt64(met)
      self.all += UInt64(all)
      metSquares += UInt128(met)
      allSquares += UInt128(all)
      products += UInt128(met)
    }

    /// Adds the counts of the first so many replications of a row.
    ///
    /// Counts are of units, far fewer than 2²⁸, so that the squares of a block fit.
    mutating func add(met: [Int32], all: [Int32], at row: Int, _ replications: Int) {
      let (met, all) = (met.span, all.span)
      var (metSum, allSum, metSquares, allSquares, products): (UInt64, UInt64, UInt64, UInt64, UInt64) = (
        0, 0, 0, 0, 0
      )
      precondition(row >= 0 && replications >= 0)
      precondition(row <= met.count &- replications && row <= all.count &- replications)
      for number in 0..<replications {
        let met = UInt64(UInt32(bitPattern: met[row &+ number]))
        let all = UInt64(UInt32(bitPattern: all[row &+ number]))
        metSum &+= met
        allSum &+= all
        metSquares &+= met &* met
        allSquares &+= all &* all
        products &+= met &* all
      }
      self.met += metSum
      self.all += allSum
      self.metSquares += UInt128(metSquares)
      self.allSquares += UInt128(allSquares)
      self.products += UInt128(products)
    }

    mutating func merge(_ other: Share) {
      met += other.met
      all += other.all
      metSquares += other.metSquares
      allSquares += other.allSquares
      products += other.products
    }

    /// Σ met / Σ all, with the error of a ratio of means; `nil` where there is nothing to share.
    func estimate(count: Int) -> Estimate? {
      guard all > 0 else { return nil }
      let ratio = Double(met) / Double(all)
      guard count > 1 else { return Estimate(mean: ratio, standardError: 0) }
      let spread =
        Double(metSquares) - 2 * ratio * Double(products) + ratio * ratio * Double(allSquares)
      let n = Double(count)
      let error = (max(0, spread) * n / (n - 1)).squareRoot() / Double(all)
      return Estimate(mean: ratio, standardError: error)
    }
  }

  /// By cause.
  var shares: [Share]
  /// By cause, in 1/1024 day.
  var waits: [UInt64]
  var waitSquares: [UInt128]

  init(causes: Int) {
    shares = [Share](repeating: Share(), count: causes)
    waits = [UInt64](repeating: 0, count: causes)
    waitSquares = [UInt128](repeating: 0, count: causes)
  }

  mutating func addWait(_ parts: UInt64, of cause: Int) {
    waits[cause] += parts
    waitSquares[cause] += UInt128(parts) * UInt128(parts)
  }

  mutating func merge(_ other: CauseTally) {
    for index in shares.indices {
      shares[index].merge(other.shares[index])
      waits[index] += other.waits[index]
      waitSquares[index] += other.waitSquares[index]
    }
  }
}
