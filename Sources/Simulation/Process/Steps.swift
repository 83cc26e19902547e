/// A law on finitely many values, in rising order.
struct Steps: Sendable {
  let values: [Double]
  /// Probability of a value no higher than the one at the same place; the last is exactly 1.
  let cumulative: [Double]

  /// Each value equally likely; a value given twice counts twice.
  init(_ values: [Double]) {
    self.init(values.map { Distribution.WeightedValue(value: $0, probability: 1) })
  }

  /// Values with their probabilities, which are scaled to a sum of 1; those of probability 0 are left out.
  init(_ weighted: [Distribution.WeightedValue]) {
    let possible = weighted.filter { $0.probability > 0 }.sorted { $0.value < $1.value }
    precondition(!possible.isEmpty, "a law needs a value that is possible")
    var sum = 0.0
    let sums = possible.map { entry in
      sum += entry.probability
      return sum
    }
    values = possible.map(\.value)
    cumulative = sums.map { $0 / sum }
  }

  var support: ClosedRange<Double> { values[0]...values[values.count - 1] }

  var probabilities: [Double] {
    cumulative.indices.map { cumulative[$0] - ($0 > 0 ? cumulative[$0 - 1] : 0) }
  }

  /// The lowest value up to which there is at least this probability.
  func quantile(_ probability: Double) -> Double {
    values[cumulative.firstIndex { $0 >= probability } ?? values.count - 1]
  }

  /// The probability of a value no higher than `limit`.
  func cumulative(_ limit: Double) -> Double {
    values.lastIndex { $0 <= limit }.map { cumulative[$0] } ?? 0
  }
}
