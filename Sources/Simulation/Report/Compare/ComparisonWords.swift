/// What is said of a comparison before its tables.
struct ComparisonWords {
  private let comparison: Comparison
  private let w: Wording

  init(_ comparison: Comparison, _ wording: Wording) {
    self.comparison = comparison
    w = wording
  }

  /// Which runs of which scenarios, for a page without one of them as its own.
  var titles: String {
    let (one, two) = (comparison.first.name(w), comparison.second.name(w))
    return w(
      en: "Two runs compared: \(one) and \(two)", fr: "Deux exécutions comparées : \(one) et \(two)")
  }

  /// How much differs, and how much of it is no noise.
  var summary: String {
    let moved = comparison.figures.count(where: \.isBeyondNoise)
    let all = comparison.figures.count
    let inputs = w.count(
      comparison.inputs.count, en: (one: "value differs", many: "values differ"),
      fr: (one: "valeur diffère", many: "valeurs diffèrent"))
    return w(
      en: "\(inputs); \(moved) of \(all) figures move beyond noise.",
      fr: "\(inputs) ; \(moved) chiffres sur \(all) changent au-delà du bruit.")
  }

  var plans: String {
    func gap(_ plan: Comparison.Plan) -> String {
      let (gap, least) = (w.grouped(plan.weightedGapDays), w.groupedDown(plan.bound))
      return w(en: "\(gap) (not less than \(least))", fr: "\(gap) (pas moins de \(least))")
    }
    let (one, two) = (gap(comparison.first), gap(comparison.second))
    return w(
      en: "Weighted gap of the plans: \(one) in the first, \(two) in the second.",
      fr: "Écart pondéré des plans : \(one) dans le premier, \(two) dans le second.")
  }
}
