/// Plans two scenarios, and tests both plans under the same luck.
struct ComparisonFinder {
  let first: LoadedScenario
  let second: LoadedScenario
  let options: RunOptions
  let interruption: Interruption
  let progress: ProgressBar

  /// - Throws: What ``MainJob`` throws, or ``ComparisonStopped`` where there is nothing yet to compare.
  func find() throws -> Comparison {
    let (one, two) = (try plan(first), try plan(second))
    progress.begin("Testing both plans against the same chance")
    let replications = options.replications ?? first.scenario.simulation.replications
    let seed = options.seed ?? first.scenario.simulation.seed
    let pair = simulator(first, one).run(
      with: simulator(second, two), replications: replications, seed: seed, threads: options.threads,
      interruption: interruption, progress: { [progress] in progress.update(share: $0) })
    guard let pair else { throw ComparisonStopped() }
    return Comparison(
      first: side(first, one, pair.first), second: side(second, two, pair.second),
      inputs: InputDifferences.between(first.text ?? "{}", second.text ?? "{}"),
      figures: plannedFigures(one, two) + measuredFigures(pair), isPaired: true)
  }

  private func plan(_ loaded: LoadedScenario) throws -> Allocation {
    var options = options
    options.wantsTimeline = false
    let result = try MainJob(options: options, interruption: interruption, progress: progress).run(loaded)
    guard let allocation = result.allocation, !result.isPartial else { throw ComparisonStopped() }
    return allocation
  }

  private func simulator(_ loaded: LoadedScenario, _ plan: Allocation) -> TimelineSimulator {
    TimelineSimulator(scenario: loaded.scenario, assignments: plan.assignments)
  }

  private func side(
    _ loaded: LoadedScenario, _ plan: Allocation, _ timeline: Timeline
  ) -> Comparison.Plan {
    Comparison.Plan(
      title: loaded.scenario.title, overrides: loaded.overrides, digest: loaded.digest,
      weightedGapDays: plan.objective.weightedGapDays, bound: plan.bound,
      replications: timeline.replications, seed: timeline.seed)
  }

  private func plannedFigures(_ one: Allocation, _ two: Allocation) -> [FigureDifference] {
    let others = Dictionary(two.needs.map { ($0.need, $0.coverage) }, uniquingKeysWith: { first, _ in first })
    return one.needs.compactMap { need in
      others[need.need].map {
        FigureDifference(
          kind: .planned, mission: need.mission, need: need.need, first: need.coverage, second: $0)
      }
    }
  }

  private func measuredFigures(_ pair: TimelinePair) -> [FigureDifference] {
    [weightedGap(pair)] + headlines(pair) + missions(pair) + needs(pair)
  }

  private func weightedGap(_ pair: TimelinePair) -> FigureDifference {
    FigureDifference(
      kind: .weightedGapDays, first: pair.first.weightedGapDays?.mean ?? 0,
      second: pair.second.weightedGapDays?.mean ?? 0,
      standardError: pair.weightedGapDays ?? .infinity)
  }

  private func headlines(_ pair: TimelinePair) -> [FigureDifference] {
    pair.first.headline.compactMap { reading in
      pair.second.headline.first { $0.standardDays == reading.standardDays }.map {
        FigureDifference(
          kind: .headline, standardDays: reading.standardDays, first: reading.share.mean,
          second: $0.share.mean,
          standardError: pair.headline[reading.standardDays] ?? .infinity)
      }
    }
  }

  private func missions(_ pair: TimelinePair) -> [FigureDifference] {
    pair.first.missions.compactMap { mission in
      pair.second.missions.first { $0.mission == mission.mission }.map {
        FigureDifference(
          kind: .standardMet, mission: mission.mission, first: mission.standardMet.probability,
          second: $0.standardMet.probability, standardError: pair.standardMet[mission.mission] ?? .infinity)
      }
    }
  }

  private func needs(_ pair: TimelinePair) -> [FigureDifference] {
    pair.first.needs.flatMap { need -> [FigureDifference] in
      guard let other = pair.second.needs.first(where: { $0.need == need.need }) else { return [] }
      let gap = FigureDifference(
        kind: .gapDays, mission: need.mission, need: need.need, first: need.gapDays.mean,
        second: other.gapDays.mean, standardError: pair.gapDays[need.need] ?? .infinity)
      let chances = need.fullyCoveredBy.sorted { $0.key < $1.key }.compactMap { standard, chance in
        other.fullyCoveredBy[standard].map {
          FigureDifference(
            kind: .fullyCoveredBy, mission: need.mission, need: need.need, standardDays: standard,
            first: chance.probability, second: $0.probability,
            standardError: pair.fullyCoveredBy[need.need]?[standard] ?? .infinity)
        }
      }
      return [gap] + chances
    }
  }
}

/// The run was interrupted before both scenarios were planned and tested.
public struct ComparisonStopped: Error, Equatable, Sendable, CustomStringConvertible {
  public init() {}

  public var description: String { "interrupted: nothing is written, since only one side would be known" }
}
