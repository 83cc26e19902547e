/// Solves a whole model, one level after the other: its parts by themselves, with fairness together where they
/// share missions.
struct PlanSolver: Sendable {
  let model: AllocationModel
  let settings: AllocationSettings
  let wholeUnits: Bool
  let earlier: EarlierPlan?
  /// Never change the plan.
  let threads: Int
  let interruption: Interruption?
  let begun: ContinuousClock.Instant
  /// For large models; `nil` does every step, whether or not there is time for it.
  let times: StepTimes?
  /// Plans that keep every limit, to begin from; a large model gets one by ``GreedyFill`` where it has none.
  var known: [PlanState] = []
  private let stop: StopSignal
  /// Weighted gap in days of what no deployment can reach.
  private let constantGap: Double

  init(
    model: AllocationModel, settings: AllocationSettings, wholeUnits: Bool, earlier: EarlierPlan?,
    threads: Int, interruption: Interruption?, begun: ContinuousClock.Instant, modelSeconds: Double? = nil
  ) {
    self.model = model
    self.settings = settings
    self.wholeUnits = wholeUnits
    self.earlier = earlier
    self.threads = threads
    self.interruption = interruption
    self.begun = begun
    constantGap = model.constantGap
    stop = StopSignal(
      deadline: begun + .seconds(settings.timeLimitSeconds), interruption: interruption)
    times = modelSeconds.map { [stop] in StepTimes(modelSeconds: $0, stop: stop) }
  }

  func solve() throws(SolverFailure) -> ComponentPlan {
    guard model.isLarge else { return try solveParts() }
    var begun = self
    if known.isEmpty, let quick = GreedyFill(model: model, stop: stop).plan { begun.known = [quick] }
    if let best = begun.known.min(by: { $0.weightedGap < $1.weightedGap }),
      times?.allow(StepTimes.parts + StepTimes.search) == false
    {
      return stopped(at: best)
    }
    return try begun.solveParts()
  }

  private func solveParts() throws(SolverFailure) -> ComponentPlan {
    let parts = model.components(wholeUnits: wholeUnits)
    var sum: ComponentPlan
    if settings.fairness {
      sum = try FairPlanning(solver: self, parts: parts).solve()
    } else {
      sum = together(try plans(of: parts, timeShare: 1), parts)
    }
    guard wholeUnits else { return sum }
    sum.sent = tidied(sum)
    return sum
  }

  /// What is known before the parts are, where there is no time for more.
  private func stopped(at plan: PlanState) -> ComponentPlan {
    var result = ComponentPlan(
      sent: plan.sent, bound: min(model.bound(shortUnder: plan), plan.weightedGap), nodes: 0,
      stoppedByTime: !stop.isInterrupted, limitDuals: [])
    if settings.fairness {
      result.lack = MissionLacks(model: model).largest(under: plan)
      result.lackBound = 0
    }
    if wholeUnits { result.sent = tidied(result) }
    return result
  }

  /// The plan of each part, its levels without fairness.
  ///
  /// Large parts come one after the other on the calling thread: each uses all threads, of which Dispatch would give it
  /// one inside a loop that has them. The others go beside them, so that no part waits for the last of the time.
  func plans(of parts: [ModelPart], timeShare: Double) throws(SolverFailure) -> [ComponentPlan] {
    let isLarge = parts.map { $0.deployments.count >= PlanAnnealing.smallest }
    let (large, small) = (parts.indices.filter { isLarge[$0] }, parts.indices.filter { !isLarge[$0] })
    @Sendable func plan(of part: Int) -> Result<ComponentPlan, SolverFailure> {
      Result { () throws(SolverFailure) in try solver(of: parts[part], timeShare: timeShare).solve() }
    }
    let (first, others) = alongside(threads: threads) {
      large.map(plan)
    } _: {
      parallelMap(count: small.count, threads: threads) { plan(of: small[$0]) }
    }
    return try zip(large + small, first + others).sorted { $0.0 < $1.0 }
      .map { found throws(SolverFailure) in try found.1.get() }
  }

  /// Does independent work on several threads, and gives the results in order.
  func forEach<Value: Sendable>(
    _ numbers: Range<Int>, _ work: @Sendable (Int) throws(SolverFailure) -> Value
  ) throws(SolverFailure) -> [Value] {
    let outcomes = parallelMap(count: numbers.count, threads: threads) { number in
      Result { () throws(SolverFailure) in try work(numbers.lowerBound + number) }
    }
    var values: [Value] = []
    for outcome in outcomes { values.append(try outcome.get()) }
    return values
  }

  func solver(of part: ModelPart, timeShare: Double) -> ComponentSolver {
    let limits = limits(of: part, timeShare: timeShare)
    let share = Double(part.deployments.count) / Double(max(1, model.deployments.count))
    return ComponentSolver(
      model: part.model, wholeUnits: wholeUnits, limits: limits,
      earlier: earlier.map { EarlierSending($0, in: part.model) },
      known: known.map { plan in part.deployments.map { plan.sent[$0] } },
      times: times.map { StepTimes(modelSeconds: share * $0.modelSeconds, stop: limits.stop) })
  }

  /// - Parameters:
  ///   - part: What is to be solved.
  ///   - timeShare: Share of the time after which the search takes the best so far.
  /// - Returns: When a part's search ends.
  func limits(of part: ModelPart, timeShare: Double) -> SearchLimits {
    let size = part.deployments.count
    // A gap is asked of the whole plan: what no deployment can close adds to what a part may leave open.
    let settled = settings.gap * constantGap
    return SearchLimits(
      gap: settings.gap, allowance: settled * Double(size) / Double(max(1, model.deployments.count)),
      nodes: settings.workLimit ?? SearchLimits.usualNodes(deployments: size),
      deadline: begun + .seconds(settings.timeLimitSeconds * timeShare), interruption: interruption,
      threads: threads)
  }

  /// The parts' plans as one.
  func together(_ plans: [ComponentPlan], _ parts: [ModelPart]) -> ComponentPlan {
    var sum = ComponentPlan(
      sent: model.deployments.map(\.least), bound: constantGap, nodes: 0, stoppedByTime: false,
      limitDuals: [])
    if plans.contains(where: { $0.relaxed != nil }) { sum.relaxed = sum.sent }
    for (part, plan) in zip(parts, plans) { sum.add(plan, at: part.deployments) }
    return sum
  }

  /// Without elements that close no gap, where a later level does not want them.
  private func tidied(_ plan: ComponentPlan) -> [Double] {
    let floor = plan.lack.map { CoverageFloor(lacks: MissionLacks(model: model), holding: $0) }
    let search = PlanSearch(model: model, floor: floor)
    return search.withoutUseless(
      PlanState(model: model, sending: plan.sent), keeping: earlier.map { EarlierSending($0, in: model) }
    ).sent
  }
}
