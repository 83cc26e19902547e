/// How the coverage of a need is spread over the replications on one day.
public struct CoverageSpread: Sendable, Equatable {
  /// A level of coverage, and in how many replications it is there.
  public struct Level: Sendable, Equatable {
    /// 0 … 1.
    public var coverage: Double
    public var replications: Int

    public init(coverage: Double, replications: Int) {
      self.coverage = coverage
      self.replications = replications
    }
  }

  public var day: Int
  /// Those that occur, in rising order.
  ///
  /// Where the need's units can make more sums than are counted apart, a level stands for all coverage from it
  /// up to the next: at most 1/960 of the need above it where a scenario has few needs, 1/64 where it has many.
  public var levels: [Level]

  public init(day: Int, levels: [Level]) {
    self.day = day
    self.levels = levels
  }

  /// The smallest level up to which at least so many percent of the replications lie.
  public func quantile(_ percent: Int) -> Double {
    let counts = levels.map { UInt32($0.replications) }
    let count = levels.reduce(0) { $0 + $1.replications }
    return Statistics.quantile(percent, of: counts, count: count).map { levels[$0].coverage } ?? 0
  }
}
