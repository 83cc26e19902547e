/// By which costs one corner of a face of optima is the best of it: what columns cost where many optima tie, and
/// a little that is different for each, so that no two corners tie again.
struct CornerCosts: Sendable {
  /// Of each variable of the standard form; 0 or above.
  let ties: [Double]
  /// The share of the little that each variable gets.
  let leanings: [Double]

  /// What is not sent, or missing, leans by so much less than what is sent: of two corners the one that sends less.
  private static let ofOthers = 0.1

  init(of program: LinearProgram, in form: StandardForm) {
    var ties = [Double](repeating: 0, count: form.count)
    var leanings = ties
    for (variable, origin) in form.origins.enumerated() {
      // From 0.5 to 1.5.
      let own = 0.5 + Double(StreamName.mixed(UInt64(variable)) >> 11) * 0x1p-53
      guard case .column(let column) = origin, program.columns[column].group != nil else {
        leanings[variable] = Self.ofOthers * own
        continue
      }
      leanings[variable] = own
      if !form.isTurned[variable] {
        ties[variable] = program.columns[column].tieCost * form.columnFactors[variable]
      }
    }
    (self.ties, self.leanings) = (ties, leanings)
  }
}
