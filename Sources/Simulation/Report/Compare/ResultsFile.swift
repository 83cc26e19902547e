/// The door from a `results.json` to what it says.
enum ResultsFile {
  /// Whether a file says of itself that a run wrote it; a scenario does not, nor does what cannot be read.
  static func isResults(_ bytes: [UInt8]) -> Bool {
    JSONParser.parse(SourceText(name: "", bytes: bytes)).root?["simrun"] != nil
  }

  /// Reads and checks the results of a run with a plan.
  ///
  /// - Throws: ``ScenarioRejected`` with everything that is wrong, sorted by place.
  static func read(bytes: [UInt8], name: String) throws(ScenarioRejected) -> StatedResults {
    let reading = Reading()
    let source = SourceText(name: name, bytes: bytes)
    let parsed = JSONParser.parse(source)
    parsed.problems.forEach(reading.problems.report)
    let results = parsed.root.flatMap { root -> StatedResults? in
      guard let fields = Fields(Cursor(node: root, path: .root, reading: reading)), isOfThisVersion(fields)
      else { return nil }
      return ResultsReader(fields).results
    }
    guard reading.problems.count == 0, let results else { throw reading.problems.rejection(of: [source]) }
    return results
  }

  /// Figures of two versions may differ for no reason that lies in the scenarios.
  private static func isOfThisVersion(_ fields: Fields) -> Bool {
    guard let program = fields.required("simrun").flatMap(Fields.init),
      let version = program.required("version")?.text()
    else { return false }
    if version == Version.current { return true }
    program.report(
      "version",
      "these results are of simrun \(quoted(version)), and this is \(Version.current), which reads only its own: "
        + "run the scenario again")
    return false
  }
}

/// Reads what two runs are compared by; other keys are left aside.
private struct ResultsReader {
  let fields: Fields

  init(_ fields: Fields) { self.fields = fields }

  var results: StatedResults? {
    guard fields["allocation"] != nil else {
      fields.report(
        "allocation", "there is no plan in these results; only those of a run with one are compared")
      return nil
    }
    let scenario = fields.required("scenario").flatMap(Fields.init)
    let allocation = fields.required("allocation").flatMap(Fields.init)
    let objective = allocation?.required("objective").flatMap(Fields.init)
    let id = scenario?.required("id")?.identifier()
    let digest = scenario?.required("digest")?.text()
    let gap = objective?.required("weightedGapDays")?.number(in: .results)
    let bound = allocation?.required("bound")?.number(in: .results)
    let needs = allocation?.required("needs")?.list(of: need)
    let overrides = scenario?["overrides"]?.list { $0.text() } ?? []
    let isPartial = fields["partial"]?.flag() ?? false
    let times = fields["timeline"].flatMap(Fields.init).map(times)
    guard let id, let digest, let gap, let bound, let needs else { return nil }
    return StatedResults(
      scenario: id, digest: digest, overrides: overrides, asOf: scenario?["asOf"]?.text(),
      isPartial: isPartial, weightedGapDays: gap, bound: bound, needs: needs, times: times ?? nil)
  }

  private func need(_ cursor: Cursor) -> StatedResults.Need? {
    guard let fields = Fields(cursor), let need = fields.required("need")?.identifier(),
      let mission = fields.required("mission")?.identifier(),
      let coverage = fields.required("coverage")?.number(in: .share)
    else { return nil }
    return StatedResults.Need(need: need, mission: mission, coverage: coverage)
  }

  private func times(_ timeline: Fields) -> StatedResults.Times? {
    let seed = fields.required("seed")?.seed()
    let replications = fields.required("replications")?.whole(in: 1...Int(Int32.max))
    let headline = timeline.required("headline")?.list(of: headline)
    let needs = timeline.required("needs")?.list(of: needTimes)
    let missions = timeline.required("missions")?.list(of: standard)
    let weightedGap = timeline["weightedGapDays"].flatMap(Fields.init).flatMap(estimate)
    guard let seed, let replications, let headline, let needs, let missions else { return nil }
    return StatedResults.Times(
      seed: seed, replications: replications, headline: headline, weightedGapDays: weightedGap, needs: needs,
      missions: missions)
  }

  private func headline(_ cursor: Cursor) -> HeadlineShare? {
    guard let fields = Fields(cursor), let days = fields.required("standardDays")?.whole(in: 0...1_000_000),
      let share = estimate(fields)
    else { return nil }
    return HeadlineShare(standardDays: days, share: share)
  }

  private func needTimes(_ cursor: Cursor) -> StatedResults.NeedTimes? {
    guard let fields = Fields(cursor), let need = fields.required("need")?.identifier(),
      let mission = fields.required("mission")?.identifier(),
      let gap = fields.required("gapDays").flatMap(Fields.init).flatMap(estimate),
      let full = fields.required("fullyCoveredBy")?.table(key: standardDays, value: chance)
    else { return nil }
    return StatedResults.NeedTimes(need: need, mission: mission, gapDays: gap, fullyCoveredBy: full)
  }

  private func standard(_ cursor: Cursor) -> StatedResults.Standard? {
    guard let fields = Fields(cursor), let mission = fields.required("mission")?.identifier(),
      let met = fields.required("standardMet").flatMap(chance)
    else { return nil }
    return StatedResults.Standard(mission: mission, met: met)
  }

  private func standardDays(_ key: Cursor) -> Int? {
    guard let text = key.text() else { return nil }
    if let days = Int(text) { return days }
    key.report("\(quoted(text)) is not a number of days")
    return nil
  }

  private func estimate(_ fields: Fields) -> Estimate? {
    guard let mean = fields.required("mean")?.number(in: .results),
      let error = fields.required("standardError")?.number(in: .results)
    else { return nil }
    return Estimate(mean: mean, standardError: error)
  }

  private func chance(_ cursor: Cursor) -> Chance? {
    guard let fields = Fields(cursor), let probability = fields.required("probability")?.number(in: .share),
      let low = fields.required("low")?.number(in: .share),
      let high = fields.required("high")?.number(in: .share)
    else { return nil }
    return Chance(probability: probability, low: low, high: high)
  }
}

extension Bounds {
  /// Sums and means of days, weighted or not.
  fileprivate static let results = Bounds(low: 0, high: 1e18)
}
