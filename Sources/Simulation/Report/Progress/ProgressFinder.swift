/// Plans and tests the pool of each milestone, with the same luck.
struct ProgressFinder {
  let loaded: LoadedScenario
  let options: RunOptions
  let interruption: Interruption
  let progress: ProgressBar

  /// - Throws: ``ProgressRefused`` where the scenario has no milestones, or what ``MainJob`` throws.
  func find() throws -> Progress {
    let whole = loaded.allOnRecord
    let milestones = whole.milestones.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
    guard let last = milestones.last else { throw ProgressRefused() }
    var found: [MilestoneProgress] = []
    for milestone in milestones {
      let earlier = found.last?.milestone.day
      guard let one = try look(at: milestone, since: earlier) else { break }
      found.append(one)
    }
    return Progress(
      milestones: found, seed: options.seed ?? whole.simulation.seed,
      replications: options.replications ?? whole.simulation.replications,
      undated: whole.pledges.filter { $0.records.first?.day == nil }.map(\.id),
      later: whole.pledges.filter { $0.record(on: last.day) == nil }.map(\.id),
      unfinished: milestones.count - found.count)
  }

  /// `nil` where interrupted.
  private func look(at milestone: Milestone, since earlier: Int?) throws -> MilestoneProgress? {
    let whole = loaded.allOnRecord
    let pool = loaded.with(whole.withPool(asOf: milestone.day))
    var options = options
    options.wantsTimeline = true
    let result = try MainJob(options: options, interruption: interruption, progress: progress).run(pool)
    guard let allocation = result.allocation, let timeline = result.timeline else { return nil }
    let headline = Headline(result)
    return MilestoneProgress(
      milestone: milestone, pledges: pool.scenario.pledges.count,
      changes: PoolChange.changes(in: whole, from: earlier, to: milestone.day),
      pledged: headline.pledged, planned: headline.planned, inTime: timeline.headline,
      weightedGapDays: allocation.objective.weightedGapDays, bound: allocation.bound,
      needs: zip(allocation.needs, timeline.needs).map { needProgress($0, $1) })
  }

  private func needProgress(_ plan: NeedCoverage, _ timeline: NeedTimeline) -> NeedProgress {
    let span =
      loaded.scenario.needs.first { $0.id == plan.need }?.span(in: loaded.scenario.horizon).count ?? 0
    let days = Double(max(1, span))
    return NeedProgress(
      need: plan.need, pledged: plan.pledged, planned: plan.coverage,
      inTime: Estimate(
        mean: 1 - timeline.gapDays.mean / days, standardError: timeline.gapDays.standardError / days))
  }
}

/// A scenario that progress cannot be measured in.
public struct ProgressRefused: Error, Equatable, Sendable, CustomStringConvertible {
  public init() {}

  public var description: String {
    "the scenario has no milestones to compare; add some, such as "
      + #""milestones": [{"id": "london-2016", "name": "London ministerial", "date": "2016-09-08"}]"#
  }
}
