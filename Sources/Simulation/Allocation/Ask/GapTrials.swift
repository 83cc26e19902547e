import Synchronization

/// Solves one program's relaxation with changes, one trial after the other from the same optimum.
struct GapTrials: Sendable {
  /// The optimum before any trial; `nil` where the clock or the user came first.
  let base: LinearOptimum?
  private let point: RelaxationSession.RestingPoint?
  private let program: LinearProgram
  private let threads: Int
  private let stop: StopSignal

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
  ///   - threads: Never change what is found.
  ///   - stop: When trials end.
  /// - Throws: ``SolverFailure`` where the solver gives up.
  init(
    _ program: LinearProgram, near: [Double]? = nil, threads: Int, stop: StopSignal
  ) throws(SolverFailure) {
    (self.program, self.threads, self.stop) = (program, threads, stop)
    var known = near
    if known == nil, RelaxationMeans(fitting: program).sifts {
      known = try Self.optimum(of: program, threads: threads, stop: stop).base?.values
    }
    (base, point) = try Self.optimum(of: program, near: known, threads: threads, stop: stop)
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
    try Self.outcomes(of: [(self, trials)])[0]
  }

  /// Each trial's optimum, of several programs one after the other, without a thread that waits in between.
  ///
  /// A trial leaves nothing behind, so it does not matter which thread makes it.
  static func outcomes(
    of work: [(program: GapTrials, tried: [GapTrial])]
  ) throws(SolverFailure) -> [[Outcome?]] {
    let queues = work.map { TrialQueue($0.tried) }
    let threads = work.map(\.program.threads).max() ?? 1
    let workers = max(1, min(threads, work.reduce(0) { $0 + $1.tried.count }))
    let shares = parallelMap(count: workers, threads: workers) { _ in
      Result { () throws(SolverFailure) in
        var found: [[(Int, Outcome?)]] = []
        for (work, queue) in zip(work, queues) {
          found.append(try work.program.share(of: work.tried, queue))
        }
        return found
      }
    }
    var outcomes = work.map { [Outcome?](repeating: nil, count: $0.tried.count) }
    for share in shares {
      for (number, found) in try share.get().enumerated() {
        for (trial, outcome) in found { outcomes[number][trial] = outcome }
      }
    }
    return outcomes
  }

  /// Tries what the queue gives, until there is no more or the time is over.
  private func share(of trials: [GapTrial], _ queue: TrialQueue) throws(SolverFailure) -> [(Int, Outcome?)] {
    var found: [(Int, Outcome?)] = []
    guard base != nil, !queue.isEmpty else { return found }
    guard let point else {
      while let number = queue.next(), !stop.isOver {
        found.append((number, try outcome(of: trials[number])))
      }
      return found
    }
    return try RelaxationSession.with(from: point, stop: stop) { session throws(SolverFailure) in
      while let number = queue.next(), !stop.isOver {
        if let changes = trials[number].changes {
          found.append((number, Outcome(try session.solve(changing: changes))))
        } else {
          found.append((number, try outcome(of: trials[number])))
        }
      }
      return found
    }
  }

  /// A trial's optimum in a session of its own, begun at the base's where that was found with a basis.
  private func outcome(of trial: GapTrial) throws(SolverFailure) -> Outcome? {
    switch trial {
    case .other(let other):
      guard let (program, near) = base.map({ other($0.values) }) else { return nil }
      return try Self.optimum(of: program, near: near, threads: 1, stop: stop).base.flatMap(Outcome.init)
    case .bounds(let changes):
      return try RelaxationSession.with(program, stop: stop) { session throws(SolverFailure) in
        Outcome(try session.solve(changing: changes))
      }
    case .limits(let limits):
      if let base, base.stays(under: limits, in: program) { return Outcome(base) }
      let changed = program.replacingRows(of: limits)
      func solved(_ session: inout RelaxationSession) throws(SolverFailure) -> Outcome? {
        for change in limits.bounds { try session.apply(change) }
        return Outcome(try session.solve())
      }
      guard let point else { return try RelaxationSession.with(changed, stop: stop, solved) }
      return try RelaxationSession.with(from: point.of(changed), stop: stop, solved)
    }
  }

  /// The optimum after changes that lead far from the base's; `nil` where the clock or the user came first.
  ///
  /// From there a large program would take more steps than from its middle.
  func optimum(farWith changes: [RelaxationSession.Change]) throws(SolverFailure) -> LinearOptimum? {
    func changed(_ session: inout RelaxationSession) throws(SolverFailure) -> LinearOptimum? {
      try session.solve(changing: changes).unlessStopped
    }
    guard RelaxationMeans(fitting: program).sifts else {
      guard let point else { return try RelaxationSession.with(program, stop: stop, changed) }
      return try RelaxationSession.with(from: point, stop: stop, changed)
    }
    var opened = program
    for change in changes where !opened.make(change) { return nil }
    return try LinearSolver.relaxation(of: opened, threads: threads, stop: stop).unlessStopped
  }
}

/// Hands trials out to threads, one by one, the longest first, since some take twenty times as long as others.
private final class TrialQueue: Sendable {
  private let order: [Int]
  private let taken = Atomic(0)

  init(_ trials: [GapTrial]) {
    order = trials.indices.sorted { (-trials[$0].weight, $0) < (-trials[$1].weight, $1) }
  }

  var isEmpty: Bool { taken.load(ordering: .relaxed) >= order.count }

  func next() -> Int? {
    let place = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    return place < order.count ? order[place] : nil
  }
}

extension GapTrial {
  /// What can be tried in the base's own session; `nil` where it takes one of its own.
  fileprivate var changes: [RelaxationSession.Change]? {
    switch self {
    case .bounds(let changes): changes
    case .limits(let limits): limits.rows.isEmpty ? limits.bounds : nil
    case .other: nil
    }
  }
}

extension GapTrials.Outcome {
  /// `nil` where the solver was stopped before there was an optimum.
  fileprivate init?(_ optimum: LinearOptimum) {
    guard !optimum.isStopped else { return nil }
    self.init(objective: optimum.objective, bound: optimum.bound)
  }
}

extension LinearOptimum {
  /// What a point may go beyond a bound, relative to it.
  private static let tolerance = 1e-9

  fileprivate var unlessStopped: LinearOptimum? { isStopped ? nil : self }

  /// Whether it is the optimum under stepped limits, too.
  ///
  /// Where no price hangs on what changes, it is so long as its point stays within.
  fileprivate func stays(under limits: SteppedLimits, in program: LinearProgram) -> Bool {
    limits.rows.allSatisfy { row in
      rowDuals[row.number] == 0 && isWithin(-.infinity, activity(row.entries), row.upper)
    }
      && limits.bounds.allSatisfy { change in
        switch change {
        case .row(let row, let lower, let upper):
          rowDuals[row] == 0 && isWithin(lower, activity(program.rows[row].entries), upper)
        case .column(let column, let lower, let upper):
          reducedCosts[column] == 0 && isWithin(lower, values[column], upper)
        case .cost, .added: false
        }
      }
  }

  private func activity(_ entries: [LinearProgram.Entry]) -> Double {
    entries.reduce(0) { $0 + $1.value * values[$1.column] }
  }

  private func isWithin(_ lower: Double, _ value: Double, _ upper: Double) -> Bool {
    let slack = Self.tolerance * max(1, abs(value))
    return value >= lower - slack && value <= upper + slack
  }
}

extension RelaxationSession.RestingPoint {
  /// The same basis of a program that has other figures in rows that nothing fills.
  fileprivate func of(_ program: LinearProgram) -> RelaxationSession.RestingPoint {
    RelaxationSession.RestingPoint(
      program: program, aside: aside, takenIn: takenIn, basis: basis, sifting: sifting, prices: prices,
      scale: scale, optimum: nil)
  }
}
