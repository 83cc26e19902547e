/// What was asked of a scenario beside its plan.
public enum Inquiry: Sendable {
  case ask(Advice)
  case indispensable(Indispensability)
  case frontier(Frontier)
  case progress(Progress)
  case compare(Comparison)

  /// Its tables, in the order of the page.
  func tables(_ scenario: Scenario, _ wording: Wording) -> [Table] {
    switch self {
    case .ask(let advice):
      let tables = AskTables(advice, scenario, wording)
      return [tables.sets, tables.asks].filter { !$0.rows.isEmpty }
    case .indispensable(let found): return [IndispensableTable(found, scenario, wording).table]
    case .frontier(let frontier):
      let tables = FrontierTables(frontier, scenario, wording)
      return [tables.plans, tables.curve].filter { !$0.rows.isEmpty }
    case .progress(let progress):
      let tables = ProgressTables(progress, scenario, wording)
      return [tables.milestones, tables.changes, tables.needs].filter { !$0.rows.isEmpty }
    case .compare(let comparison):
      let tables = ComparisonTables(comparison, scenario, wording)
      return [tables.inputs, tables.figures]
    }
  }

  /// Those of the page, in its order.
  func pageTables(_ scenario: Scenario, _ wording: Wording) -> [Table] {
    if case .compare(let comparison) = self {
      let tables = ComparisonTables(comparison, scenario, wording)
      return [tables.inputs, tables.moved].filter { !$0.rows.isEmpty }
    }
    guard case .progress(let progress) = self else { return tables(scenario, wording) }
    let tables = ProgressTables(progress, scenario, wording)
    return [tables.milestones, tables.changesOnPage, tables.needs].filter { !$0.rows.isEmpty }
  }

  /// Its name and value in `results.json`.
  func json(_ scenario: Scenario) -> [(key: String, value: ResultValue)] {
    switch self {
    case .ask(let advice): AskJSON(advice, scenario).members
    case .indispensable(let found): [("indispensable", found.json)]
    case .frontier(let frontier): [("frontier", frontier.json)]
    case .progress(let progress): [("progress", progress.json)]
    case .compare(let comparison): [("compare", comparison.json)]
    }
  }
}

/// What to find out about a scenario.
public enum InquiryKind: Sendable {
  /// What to ask for next; units in the best set.
  case ask(count: Int)
  case indispensable
  /// The weighted gap as a limit moves between two values.
  case frontier(limit: LimitChoice, from: Double?, to: Double?)
  /// The pool of each milestone.
  case progress
  /// Another scenario, and how it is read.
  case compare(with: String, reading: ReadingOptions)
}

/// An inquiry from end to end: reads a scenario, plans, and compares the plan with others.
public struct InquiryJob: Sendable {
  private let kind: InquiryKind
  private let options: RunOptions
  private let interruption: Interruption
  private let progress: ProgressBar

  public init(
    _ kind: InquiryKind, options: RunOptions, interruption: Interruption = Interruption(),
    progress: ProgressBar = ProgressBar(isShown: false)
  ) {
    self.kind = kind
    self.options = options
    self.interruption = interruption
    self.progress = progress
  }

  /// Does it.
  ///
  /// - Returns: All of it, or what was finished when the run was interrupted.
  /// - Throws: ``ScenarioRejected``, ``FrontierRefused``, or ``SolverFailure`` where there is no plan.
  public func run(path: String) throws -> RunResult {
    progress.begin("Reading the scenario")
    var reading = options.reading
    if case .compare = kind { reading.keepsText = true }
    let loaded = try Stopwatch.time { () throws(ScenarioRejected) in
      try ScenarioFile.read(path: path, options: reading)
    }
    return try run(loaded.value, loadSeconds: loaded.seconds)
  }

  /// Does all but the reading.
  public func run(_ loaded: LoadedScenario, loadSeconds: Double = 0) throws -> RunResult {
    var result = RunResult(of: loaded, options: options)
    result.timings.load = loadSeconds
    progress.begin("Planning, and planning again")
    let found = try Stopwatch.time { try inquiry(loaded) }
    result.inquiry = found.value
    result.timings.solve = found.seconds
    if interruption.isRaised { result.interruptedIn = .solve }
    return result
  }

  private func inquiry(_ loaded: LoadedScenario) throws -> Inquiry {
    let scenario = loaded.scenario
    let planning = AllocationOptions(
      wholeUnits: options.isFractional ? false : nil, timeLimitSeconds: options.timeLimitSeconds,
      threads: options.threads, interruption: interruption)
    switch kind {
    case .ask(let count):
      return .ask(try AskFinder(scenario: scenario, options: planning, count: count).find())
    case .indispensable:
      return .indispensable(try Indispensables(scenario: scenario, options: planning).find())
    case .frontier(let limit, let from, let to):
      return .frontier(
        try FrontierFinder(scenario: scenario, options: planning, limit: limit, from: from, to: to).find())
    case .progress:
      return .progress(
        try ProgressFinder(loaded: loaded, options: options, interruption: interruption, progress: progress)
          .find())
    case .compare(let path, var reading):
      reading.keepsText = true
      let other = try ScenarioFile.read(path: path, options: reading)
      return .compare(
        try ComparisonFinder(
          first: loaded, second: other, options: options, interruption: interruption, progress: progress
        ).find())
    }
  }
}
