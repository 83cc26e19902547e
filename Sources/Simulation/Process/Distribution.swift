/// A law of random days, in the parameters that people know, and an optional shift.
public struct Distribution: Sendable, Hashable {
  public enum Shape: Sendable, Hashable {
    case fixed(Double)
    case uniform(low: Double, high: Double)
    case triangular(low: Double, mode: Double, high: Double)
    /// A beta law on `low … high` with shapes 1 + 4(mode − low)/(high − low) and 1 + 4(high − mode)/(high − low).
    case pert(low: Double, mode: Double, high: Double)
    /// Cut at zero: the conditional law of a normal that is not negative.
    case normal(mean: Double, sd: Double)
    /// `exp` of a normal with this median and this 95th percentile.
    case lognormal(median: Double, p95: Double)
    case lognormalMoments(mean: Double, sd: Double)
    case gamma(mean: Double, sd: Double)
    case weibull(shape: Double, scale: Double)
    case exponential(mean: Double)
    /// Each value equally likely.
    case empirical([Double])
    case discrete([WeightedValue])
  }

  public struct WeightedValue: Sendable, Hashable {
    public var value: Double
    public var probability: Double

    public init(value: Double, probability: Double) {
      self.value = value
      self.probability = probability
    }
  }

  public var shape: Shape
  /// Days added to every draw.
  public var shift: Double

  public init(_ shape: Shape, shift: Double = 0) {
    self.shape = shape
    self.shift = shift
  }

  public static func fixed(_ days: Double) -> Distribution { Distribution(.fixed(days)) }
}
