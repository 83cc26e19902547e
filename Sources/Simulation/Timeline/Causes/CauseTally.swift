/// How causes are felt over replications, in whole numbers: merging is exact in any order.
struct CauseTally: MergeableCounts {
  /// Sums over replications of a count and of the count it is out of, for the error of their ratio.
  struct Share: Sendable {
    var met: UInt64 = 0
    var all: UInt64 = 0
    var metSquares: UInt128 = 0
    var allSquares: UInt128 = 0
    var products: UInt128 = 0

    /// Adds counts of replications in which there is one, of which those met are among all: a one is its own
    /// square.
    mutating func add(met: Int, all: Int) {
      self.met += UInt64(met)
      self.all += UInt64(all)
      metSquares += UInt128(met)
      allSquares += UInt128(all)
      products += UInt128(met)
    }

    /// Adds the counts of some replications.
    mutating func add(met: ReplicationCounts, all: ReplicationCounts, of counted: ReplicationSet) {
      self.met += met.sum(of: counted)
      self.all += all.sum(of: counted)
      metSquares += UInt128(met.products(with: met, of: counted))
      allSquares += UInt128(all.products(with: all, of: counted))
      products += UInt128(met.products(with: all, of: counted))
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
