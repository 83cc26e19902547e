/// Solves one program's relaxation with changes, one trial after the other from the same optimum.
struct GapTrials: Sendable {
  /// The optimum before any trial; `nil` where the clock or the user came first.
  let base: LinearOptimum?
  let point: RelaxationSession.RestingPoint?
  /// The program's entries where the base is a twin's, which leaves no basis to begin at.
  let entries: SparseColumns?
  let program: LinearProgram
  let threads: Int
  let stop: StopSignal

  /// What a trial comes to: without its point, since there are hundreds of large ones.
  struct Outcome: Sendable {
    var objective: Double
    /// No plan, whole or not, has a smaller objective.
    var bound: Double
  }

  /// A program's optimum; `nil` where the clock or the user came first.
  static func single(_ program: LinearProgram, _ stop: StopSignal) throws(SolverFailure) -> Outcome? {
    Outcome(try LinearSolver.relaxation(of: program, stop: stop))
  }

  /// Finds the optimum before any trial.
  ///
  /// Large programs are solved, and tried, without the rows that the optimum is far from.
  ///
  /// - Parameters:
  ///   - program: What is tried.
  ///   - near: An optimum, as far as it is known; columns that fill rows need not be among its first ones.
  ///   - twin: A program with the same rows and columns: where its optimum is this one's, too, nothing is solved before
  ///     a trial has to be.
  ///   - threads: Never change what is found.
  ///   - stop: When trials end.
  /// - Throws: ``SolverFailure`` where the solver gives up.
  init(
    _ program: LinearProgram, near: [Double]? = nil, twin: GapTrials? = nil, threads: Int, stop: StopSignal
  ) throws(SolverFailure) {
    (self.program, self.threads, self.stop) = (program, threads, stop)
    if let optimum = twin?.base {
      let columns = SparseColumns(of: program)
      if let own = optimum.proved(on: program, columns) {
        (base, point, entries) = (own, nil, columns)
        return
      }
    }
    entries = nil
    var known = near
    if known == nil, RelaxationMeans(fitting: program).sifts {
      known = try Self.optimum(of: program, threads: threads, stop: stop).base?.values
    }
    (base, point) = try Self.optimum(of: program, near: known, threads: threads, stop: stop)
  }

  /// The same, with trials begun at another basis of the optimum.
  init(_ trials: GapTrials, from point: RelaxationSession.RestingPoint) {
    (base, self.point, entries) = (trials.base, point, nil)
    (program, threads, stop) = (trials.program, trials.threads, trials.stop)
  }

  /// The same with a basis that trials begin at.
  func begun() throws(SolverFailure) -> GapTrials {
    guard entries != nil else { return self }
    return try GapTrials(program, near: base?.values, threads: threads, stop: stop)
  }

  private static func optimum(
    of program: LinearProgram, near: [Double]? = nil, threads: Int, stop: StopSignal
  ) throws(SolverFailure) -> (base: LinearOptimum?, point: RelaxationSession.RestingPoint?) {
    var aside = RowsAside()
    if let near, RelaxationMeans(fitting: program).sifts {
      let rest = [Double](repeating: 0, count: program.columns.count - near.count)
      aside = RowsAside(of: program, near: near + rest)
    }
    if !aside.rows.isEmpty {
      let found = try RelaxationSession.with(program, aside: aside, threads: threads, stop: stop) { session in
        session.solveAtOnce().map { (base: $0.unlessStopped, point: session.restingPoint) }
      }
      if let found { return found }
    }
    return try RelaxationSession.with(program, threads: threads, stop: stop) {
      session throws(SolverFailure) in
      (try session.solve().unlessStopped, session.restingPoint)
    }
  }

  /// Each trial's optimum; `nil` where the clock or the user came first.
  func outcomes(of trials: [GapTrial]) throws(SolverFailure) -> [Outcome?] {
    guard !trials.isEmpty else { return [] }
    return try begun().optima(of: trials) { Outcome($1) }.map { $0 ?? nil }
  }

  /// What is made of each trial's optimum; `nil` where the clock or the user came first.
  ///
  /// A trial leaves nothing behind, so it does not matter which thread makes it.
  func optima<Found: Sendable>(
    of trials: [GapTrial], _ use: @Sendable (Int, LinearOptimum) -> Found
  ) throws(SolverFailure) -> [Found?] {
    let queue = TrialQueue(trials)
    let workers = max(1, min(threads, trials.count))
    let shares = parallelMap(count: workers, threads: workers) { _ in
      Result { () throws(SolverFailure) in try share(of: trials, queue, use) }
    }
    var found = [Found?](repeating: nil, count: trials.count)
    for share in shares {
      for (trial, own) in try share.get() { found[trial] = own }
    }
    return found
  }

  /// Tries what the queue gives, until there is no more or the time is over.
  private func share<Found>(
    of trials: [GapTrial], _ queue: TrialQueue, _ use: (Int, LinearOptimum) -> Found
  ) throws(SolverFailure) -> [(Int, Found)] {
    var found: [(Int, Found)] = []
    guard base != nil, !queue.isEmpty else { return found }
    guard let point else {
      while let number = queue.next(), !stop.isOver {
        if let optimum = try optimum(of: trials[number]) { found.append((number, use(number, optimum))) }
      }
      return found
    }
    return try RelaxationSession.with(from: point, stop: stop) { session throws(SolverFailure) in
      while let number = queue.next(), !stop.isOver {
        let optimum: LinearOptimum?
        if let changes = trials[number].changes {
          optimum = try session.solve(changing: changes)
        } else {
          optimum = try self.optimum(of: trials[number])
        }
        if let optimum { found.append((number, use(number, optimum))) }
      }
      return found
    }
  }

  /// A trial's optimum in a session of its own, begun at the base's where that was found with a basis.
  private func optimum(of trial: GapTrial) throws(SolverFailure) -> LinearOptimum? {
    switch trial {
    case .other(let other):
      return try LinearSolver.relaxation(of: other(), stop: stop).unlessStopped
    case .bounds(let changes):
      return try RelaxationSession.with(program, stop: stop) { session throws(SolverFailure) in
        try session.solve(changing: changes)
      }
    case .limits(let limits):
      if let base, base.stays(under: limits, in: program) { return base }
      let changed = program.replacingRows(of: limits)
      func solved(_ session: inout RelaxationSession) throws(SolverFailure) -> LinearOptimum? {
        for change in limits.bounds { try session.apply(change) }
        return try session.solve()
      }
      guard let point else { return try RelaxationSession.with(changed, stop: stop, solved) }
      return try RelaxationSession.with(from: point.of(changed), stop: stop, solved)
    }
  }

  /// The optimum after changes that lead far from the base's; `nil` where the clock or the user came first.
  func optimum(with changes: [RelaxationSession.Change]) throws(SolverFailure) -> LinearOptimum? {
    func changed(_ session: inout RelaxationSession) throws(SolverFailure) -> LinearOptimum? {
      try session.solve(changing: changes).unlessStopped
    }
    // From the base a large program would take more steps than from its middle.
    if RelaxationMeans(fitting: program).sifts, let opened = program.making(changes) {
      return try LinearSolver.relaxation(of: opened, threads: threads, stop: stop).unlessStopped
    }
    guard let point = try begun().point else {
      return try RelaxationSession.with(program, stop: stop, changed)
    }
    return try RelaxationSession.with(from: point, stop: stop, changed)
  }
}

extension GapTrials.Outcome {
  /// `nil` where the solver was stopped before there was an optimum.
  init?(_ optimum: LinearOptimum) {
    guard !optimum.isStopped else { return nil }
    self.init(objective: optimum.objective, bound: optimum.bound)
  }
}

extension LinearOptimum {
  var unlessStopped: LinearOptimum? { isStopped ? nil : self }
}

extension RelaxationSession.RestingPoint {
  /// The same basis of a program that has other figures in rows that nothing fills.
  fileprivate func of(_ program: LinearProgram) -> RelaxationSession.RestingPoint {
    RelaxationSession.RestingPoint(
      program: program, aside: aside, takenIn: takenIn, basis: basis, sifting: sifting,
      hasNearest: hasNearest, prices: prices, scale: scale, optimum: nil)
  }
}
