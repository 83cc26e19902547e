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

  /// The standard error of a mean of so large numbers that their number times their squares may not fit.
  static func standardError(sum: UInt128, squares: UInt128, count: Int, perOne: Double) -> Double {
    guard count > 1 else { return 0 }
    let (near, rest) = sum.quotientAndRemainder(dividingBy: UInt128(count))
    // Squares of the distances from a whole number near the mean: what overflows on the way cancels out.
    let distances = squares &- 2 &* near &* sum &+ UInt128(count) &* near &* near
    let (n, rounding) = (Double(count), Double(rest))
    return (max(0, Double(distances) - rounding * rounding / n) / (n * (n - 1))).squareRoot() / perOne
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

  /// The 95 % interval of a quantile by order statistics: the days of the replications whose ranks lie 1.96
  /// standard deviations of a binomial number below and above it.
  ///
  /// An end that is in no entry of `counts`, or beyond the last replication, is `nil`.
  static func interval(_ percent: Int, of counts: some Collection<UInt32>, count: Int) -> DayInterval {
    let share = Double(percent) / 100
    let half = z * (Double(count) * share * (1 - share)).squareRoot()
    let rank = Double(count) * share
    let low = max(1, Int((rank - half).rounded(.down)))
    let high = Int((rank + half).rounded(.up)) + 1
    return DayInterval(
      low: index(ofRank: low, in: counts), high: high > count ? nil : index(ofRank: high, in: counts))
  }

  /// Where the replication of a rank, from 1, lies.
  private static func index(ofRank rank: Int, in counts: some Collection<UInt32>) -> Int? {
    var below = 0
    for (index, number) in counts.enumerated() {
      below += Int(number)
      if below >= rank { return index }
    }
    return nil
  }

  static func intervals(
    _ percents: [Int], of counts: some Collection<UInt32>, count: Int
  ) -> [Int: DayInterval] {
    Dictionary(uniqueKeysWithValues: percents.map { ($0, interval($0, of: counts, count: count)) })
  }

  static func quantiles(_ percents: [Int], of counts: some Collection<UInt32>, count: Int) -> [Int: Int?] {
    Dictionary(uniqueKeysWithValues: percents.map { ($0, quantile($0, of: counts, count: count)) })
  }
}
