// The parameters of each law. Limits beyond what the law itself asks keep its far quantiles within what a
// day can be: a 95th percentile at most 1,000 times the median, a deviation at most 100 times the mean, a
// Weibull shape from 0.2 to 100.
extension Cursor {
  /// `[low, high]`; equal ends are a fixed number.
  func uniform(_ bounds: Bounds) -> Distribution.Shape? {
    guard let points = risingPoints(2, named: "[min, max]", bounds) else { return nil }
    return points[0] == points[1] ? .fixed(points[0]) : .uniform(low: points[0], high: points[1])
  }

  /// `[low, mode, high]`; equal ends are a fixed number.
  func threePoints(
    _ bounds: Bounds, _ make: (Double, Double, Double) -> Distribution.Shape
  ) -> Distribution.Shape? {
    guard let points = risingPoints(3, named: "[min, mode, max]", bounds) else { return nil }
    return points[0] == points[2] ? .fixed(points[0]) : make(points[0], points[1], points[2])
  }

  private func risingPoints(_ count: Int, named names: String, _ bounds: Bounds) -> [Double]? {
    let cursors = elements()
    guard cursors.count == count else {
      if elementCount != nil { report("expected \(count) numbers \(names), found \(cursors.count)") }
      return nil
    }
    let points = cursors.compactMap { $0.number(in: bounds) }
    guard points.count == count else { return nil }
    if zip(points, points.dropFirst()).allSatisfy({ $0 <= $1 }) { return points }
    let shown = points.map(\.plain).joined(separator: ", ")
    report("[\(shown)] does not rise; allowed: \(count == 2 ? "min <= max" : "min <= mode <= max")")
    return nil
  }

  /// `{mean, sd}`.
  func moments(
    mean bounds: Bounds, _ make: (Double, Double) -> Distribution.Shape
  ) -> Distribution.Shape? {
    object { $0.meanAndDeviation(bounds).map(make) }
  }

  /// `{median, p95}` or `{mean, sd}`.
  func lognormal() -> Distribution.Shape? {
    object { fields in
      if fields.has("mean") || fields.has("sd") {
        return fields.meanAndDeviation(.positiveDays).map { .lognormalMoments(mean: $0, sd: $1) }
      }
      let median = fields.required("median")?.number(in: .positiveDays)
      let p95 = fields.required("p95")
      guard let high = p95?.number(in: .positiveDays), let median else { return nil }
      if high > median, high <= 1_000 * median { return .lognormal(median: median, p95: high) }
      let allowed = "above the median, \(median.plain), and at most 1,000 times it"
      p95?.report("\(high.plain) is out of range; allowed: \(allowed)")
      return nil
    }
  }

  func weibull() -> Distribution.Shape? {
    object { fields in
      let shape = fields.required("shape")?.number(in: Bounds(low: 0.2, high: 100))
      let scale = fields.required("scale")?.number(in: .positiveDays)
      guard let shape, let scale else { return nil }
      return .weibull(shape: shape, scale: scale)
    }
  }

  func exponential() -> Distribution.Shape? {
    object { fields in
      fields.required("mean")?.number(in: .positiveDays).map { .exponential(mean: $0) }
    }
  }

  /// A list of values, each equally likely.
  func empirical(_ bounds: Bounds) -> Distribution.Shape? {
    guard isEmptyList else {
      let values = list { $0.number(in: bounds) }
      return values.isEmpty ? nil : .empirical(values.sorted())
    }
    report("the list is empty; expected at least one observed value")
    return nil
  }

  /// A list of `[value, probability]`.
  func discrete(_ bounds: Bounds) -> Distribution.Shape? {
    let values = list { pair -> Distribution.WeightedValue? in
      let two = pair.elements()
      guard two.count == 2 else {
        if pair.elementCount != nil {
          pair.report("expected two numbers [value, probability], found \(two.count)")
        }
        return nil
      }
      let value = two[0].number(in: bounds)
      guard let share = two[1].number(in: .share), let value else { return nil }
      return Distribution.WeightedValue(value: value, probability: share)
    }
    guard elementCount == values.count else { return nil }
    let sum = values.reduce(0) { $0 + $1.probability }
    if abs(sum - 1) <= 1e-9 {
      return .discrete(values.sorted { ($0.value, $0.probability) < ($1.value, $1.probability) })
    }
    report("the probabilities sum to \(sum.plain); allowed: 1")
    return nil
  }
}

extension Fields {
  fileprivate func meanAndDeviation(_ bounds: Bounds) -> (Double, Double)? {
    let mean = required("mean")?.number(in: bounds)
    let deviation = required("sd")
    guard let sd = deviation?.number(in: .positiveDays), let mean else { return nil }
    if sd <= 100 * mean || bounds.allows(0) { return (mean, sd) }
    deviation?.report("\(sd.plain) is out of range; allowed: at most 100 times the mean, \(mean.plain)")
    return nil
  }
}
