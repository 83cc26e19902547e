/// Figures from whole-number counts.
enum Statistics {
  /// 97.5 % quantile of the normal law.
  static let z = 1.959963984540054

  /// Mean and its standard error from the exact sums of `count` whole numbers, so many of which make one.
  ///
  /// The error of a single number is not known; it is given as 0.
  static func estimate(sum: UInt128, squares: UInt128, count: Int, perOne: Double) -> Estimate {
    guard count > 0 else { return Estimate(mean: 0, standardError: 0) }
    let n = Double(count)
    let mean = Double(sum) / (n * perOne)
    guard count > 1 else { return Estimate(mean: mean, standardError: 0) }
    // Exact, so that it is 0 where all are equal.
    let spread = UInt128(count) * squares - sum * sum
    return Estimate(mean: mean, standardError: (Double(spread) / (n * n * (n - 1))).squareRoot() / perOne)
  }

  /// Half the width of a chance's interval.
  static func halfWidth(_ met: Int, of count: Int) -> Double {
    let chance = chance(met, of: count)
    return (chance.high - chance.low) / 2
  }

  /// A share of replications with its 95 % Wilson interval.
  static func chance(_ met: Int, of count: Int) -> Chance {
    let n = Double(count)
    let share = Double(met) / n
    let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    // At the ends the interval begins or ends there exactly; rounding must not say otherwise.
    return Chance(
      probability: share, low: met == 0 ? 0 : max(0, centre - half),
      high: met == count ? 1 : min(1, centre + half))
  }

  /// The smallest index up to which at least so many percent of `count` lie; `nil` where that is in no entry
  /// of `counts`.
  static func quantile(_ percent: Int, of counts: some Collection<UInt32>, count: Int) -> Int? {
    var below = 0
    for (index, number) in counts.enumerated() {
      below += Int(number)
      if below * 100 >= percent * count { return index }
    }
    return nil
  }

  static func quantiles(_ percents: [Int], of counts: some Collection<UInt32>, count: Int) -> [Int: Int?] {
    Dictionary(uniqueKeysWithValues: percents.map { ($0, quantile($0, of: counts, count: count)) })
  }
}
