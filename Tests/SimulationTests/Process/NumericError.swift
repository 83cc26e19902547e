/// How far a computed number is from the true one.
enum NumericError {
  /// In units in the last place of the true number.
  static func inLastPlace(_ found: Double, _ expected: Double) -> Double {
    found == expected ? 0 : abs(found - expected) / expected.ulp
  }

  /// As a share of the true number.
  static func relative(_ found: Double, _ expected: Double) -> Double {
    found == expected ? 0 : abs(found / expected - 1)
  }
}
