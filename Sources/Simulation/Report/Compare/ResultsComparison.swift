/// Compares what two `results.json` say, each by its own errors: their replications are not kept.
struct ResultsComparison {
  let first: StatedResults
  let second: StatedResults

  var comparison: Comparison {
    Comparison(
      first: side(first), second: side(second), inputs: inputs,
      figures: planned + measured, isPaired: false)
  }

  private func side(_ results: StatedResults) -> Comparison.Plan {
    Comparison.Plan(
      title: results.scenario, overrides: results.overrides, digest: results.digest,
      weightedGapDays: results.weightedGapDays,
      bound: results.bound, replications: results.times?.replications, seed: results.times?.seed)
  }

  /// What the runs say that they rest on, where it differs.
  private var inputs: [InputDifference] {
    func values(_ results: StatedResults) -> [(path: String, value: String?)] {
      [
        ("scenario.id", results.scenario), ("scenario.digest", results.digest),
        ("scenario.overrides", results.overrides.isEmpty ? nil : results.overrides.joined(separator: ", ")),
        ("scenario.asOf", results.asOf), ("seed", results.times.map { String($0.seed) }),
        ("replications", results.times.map { String($0.replications) }),
        ("partial", results.isPartial ? "true" : "false"),
      ]
    }
    return zip(values(first), values(second)).compactMap { one, two in
      one.value == two.value
        ? nil : InputDifference(path: one.path, first: one.value, second: two.value)
    }
  }

  private var planned: [FigureDifference] {
    pairs(first.needs, second.needs, by: \.need).map { one, two in
      FigureDifference(
        kind: .planned, mission: one.mission, need: one.need, first: one.coverage, second: two.coverage)
    }
  }

  private var measured: [FigureDifference] {
    guard let one = first.times, let two = second.times else { return [] }
    let canTell = one.replications > 1 && two.replications > 1
    func difference(
      _ kind: FigureDifference.Kind, _ mission: String? = nil, _ need: String? = nil, _ standard: Int? = nil,
      _ left: Estimate, _ right: Estimate
    ) -> FigureDifference {
      FigureDifference(
        kind: kind, mission: mission, need: need, standardDays: standard, first: left.mean,
        second: right.mean,
        standardError: canTell ? Self.error(left, right) : .infinity)
    }
    var weightedGap: [FigureDifference] = []
    if let left = one.weightedGapDays, let right = two.weightedGapDays {
      weightedGap = [difference(.weightedGapDays, nil, nil, nil, left, right)]
    }
    let headline = pairs(one.headline, two.headline, by: \.standardDays).map {
      difference(.headline, nil, nil, $0.standardDays, $0.share, $1.share)
    }
    let missions = pairs(one.missions, two.missions, by: \.mission).map {
      difference(.standardMet, $0.mission, nil, nil, $0.met.asEstimate, $1.met.asEstimate)
    }
    let needs = pairs(one.needs, two.needs, by: \.need).flatMap { left, right in
      [difference(.gapDays, left.mission, left.need, nil, left.gapDays, right.gapDays)]
        + left.fullyCoveredBy.sorted { $0.key < $1.key }.compactMap { standard, chance in
          right.fullyCoveredBy[standard].map {
            difference(
              .fullyCoveredBy, left.mission, left.need, standard, chance.asEstimate, $0.asEstimate)
          }
        }
    }
    return weightedGap + headline + missions + needs
  }

  /// As if the runs had nothing in common.
  private static func error(_ left: Estimate, _ right: Estimate) -> Double {
    (left.standardError * left.standardError + right.standardError * right.standardError).squareRoot()
  }

  /// What both have, in the order of the first.
  private func pairs<Entry, Name: Hashable>(
    _ left: [Entry], _ right: [Entry], by name: (Entry) -> Name
  ) -> [(Entry, Entry)] {
    let others = Dictionary(right.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
    return left.compactMap { entry in others[name(entry)].map { (entry, $0) } }
  }
}

extension Chance {
  /// The probability with the error that the width of its interval stands for: above 0 also where no
  /// replication, or every one, has it.
  fileprivate var asEstimate: Estimate {
    Estimate(mean: probability, standardError: (high - low) / (2 * Statistics.z))
  }
}
