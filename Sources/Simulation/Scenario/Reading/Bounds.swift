/// The numbers a key may have.
struct Bounds {
  var low: Double
  var high: Double
  /// Whether the number must be above ``low`` rather than at least that.
  var isAboveLow = false
  /// Whether the number must be below ``high`` rather than at most that.
  var isBelowHigh = false

  func allows(_ value: Double) -> Bool {
    (isAboveLow ? value > low : value >= low) && (isBelowHigh ? value < high : value <= high)
  }

  var description: String {
    if low == high { return low.plain }
    if !isAboveLow, !isBelowHigh { return "\(low.plain) to \(high.plain)" }
    let floor = isAboveLow ? "above \(low.plain)" : "at least \(low.plain)"
    return "\(floor), \(isBelowHigh ? "below" : "at most") \(high.plain)"
  }

  /// The same in signs, as in `> 0.0 <= 1.0`.
  var signs: String { "\(isAboveLow ? ">" : ">=") \(low) \(isBelowHigh ? "<" : "<=") \(high)" }

  /// Amounts of people, machines, tonnes.
  static let amount = Bounds(low: 0, high: 1e12)
  static let positiveAmount = Bounds(low: 0, high: 1e12, isAboveLow: true)
  static let dollars = Bounds(low: 0, high: 1e15)
  static let weight = Bounds(low: 0, high: 1e9)
  static let share = Bounds(low: 0, high: 1)
  static let positiveShare = Bounds(low: 0, high: 1, isAboveLow: true)
  /// Factors of a season or of a substitution.
  static let factor = Bounds(low: 0, high: 1_000, isAboveLow: true)
  static let percentile = Bounds(low: 0, high: 100, isAboveLow: true, isBelowHigh: true)
  /// Lengths of time; about 2,700 years.
  static let days = Bounds(low: 0, high: 1e6)
  static let positiveDays = Bounds(low: 0, high: 1e6, isAboveLow: true)
  /// Days counted from day 0.
  static let anyDay = Bounds(low: -1e6, high: 1e6)
}

extension Double {
  /// As a reader writes it: `1,000,000`, `0.67`; sums without the dust of binary fractions.
  var plain: String {
    if self != rounded(), magnitude < 1_000 { return "\((self * 1e12).rounded() / 1e12)" }
    guard self == rounded(), magnitude <= 1e15 else { return "\(self)" }
    var digits = String(Int64(magnitude))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (self < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }
}
