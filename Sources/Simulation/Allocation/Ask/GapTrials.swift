import Synchronization

/// Solves one program's relaxation with changes, one trial after the other from the same optimum.
struct GapTrials: Sendable {
  /// The optimum before any trial; `nil` where the clock or the user came first.
  let base: LinearOptimum?
  private let point: RelaxationSession.RestingPoint?
  /// The program's entries where the base is a twin's, which leaves no basis to begin at.
  private let entries: SparseColumns?
  private let program: LinearProgram
  private let threads: Int
  private let stop: StopSignal

  /// How far the optimum is followed towards each trial.
  private static let little = 0.01
  /// Trials from which that pays.
  private static let fewestToFace = 20

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

  private init(
    base: LinearOptimum?, point: RelaxationSession.RestingPoint?, program: LinearProgram, threads: Int,
    stop: StopSignal
  ) {
    (self.base, self.point, self.program, self.threads, self.stop) = (base, point, program, threads, stop)
    entries = nil
  }

  /// The same with a basis that trials begin at.
  private func begun() throws(SolverFailure) -> GapTrials {
    guard entries != nil else { return self }
    return try GapTrials(program, near: base?.values, threads: threads, stop: stop)
  }

  /// The same at the corner of the optimum's prices that faces trials, where there are many.
  ///
  /// Equations that are loose at the optimum have prices inside a face; most trials drive the same ones out, one by one.
  /// So the optimum is followed a little way towards all trials at once, and back.
  func facing(_ trials: [GapTrial]) throws(SolverFailure) -> GapTrials {
    var ways: [Way] = []
    for case .bounds(let changes) in trials { ways += changes.compactMap(wayBack) }
    guard let point, ways.count >= Self.fewestToFace, RelaxationMeans(fitting: program).sifts else {
      return self
    }
    let corner = try RelaxationSession.with(from: point, stop: stop) { session throws(SolverFailure) in
      for way in ways { try session.apply(way.there) }
      guard session.solveAtOnce() != nil, !stop.isOver else { return RelaxationSession.RestingPoint?.none }
      for way in ways { try session.apply(way.back) }
      return session.solveAtOnce() == nil ? nil : session.restingPoint
    }
    return GapTrials(base: base, point: corner ?? point, program: program, threads: threads, stop: stop)
  }

  private typealias Way = (there: RelaxationSession.Change, back: RelaxationSession.Change)

  /// A little of a change of a row's upper bound, and what takes it back.
  private func wayBack(_ change: RelaxationSession.Change) -> Way? {
    guard case .row(let row, _, let upper) = change else { return nil }
    let own = (lower: program.rows[row].lower, upper: program.rows[row].upper)
    let there = own.upper + Self.little * (upper - own.upper)
    guard there.isFinite, there > own.upper else { return nil }
    return (
      .row(row, lower: own.lower, upper: there), .row(row, lower: own.lower, upper: own.upper)
    )
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

  /// Each trial's optimum, and that of a twin's trial of the same case where it is the same point.
  ///
  /// - Parameters:
  ///   - trials: What is tried.
  ///   - twins: The same cases, as trials of `twin`.
  ///   - twin: A program with the same rows and columns, which may hold other figures.
  /// - Returns: `nil` where the clock or the user came first; without the twin's where a certificate alone does not
  ///   tell it.
  /// - Throws: ``SolverFailure`` where the solver gives up.
  func outcomes(
    of trials: [GapTrial], twins: [GapTrial], in twin: GapTrials
  ) throws(SolverFailure) -> [(own: Outcome, twin: Outcome?)?] {
    try begun().optima(of: trials) { number, optimum in
      Outcome(optimum).map { (own: $0, twin: twin.outcome(of: twins[number], at: optimum)) }
    }.map { $0 ?? nil }
  }

  /// A trial's optimum, if a twin's is one.
  private func outcome(of trial: GapTrial, at found: LinearOptimum) -> Outcome? {
    func proved(on program: LinearProgram?, _ columns: SparseColumns? = nil) -> Outcome? {
      program.flatMap { found.proved(on: $0, columns) }.flatMap(Outcome.init)
    }
    switch trial {
    case .bounds(let changes): return proved(on: program.making(changes), entries)
    case .limits(let limits):
      if let base, base.stays(under: limits, in: program) { return Outcome(base) }
      return proved(on: program.after(limits), limits.rows.isEmpty ? entries : nil)
    case .other(let other): return proved(on: other())
    }
  }

  /// What is made of each trial's optimum; `nil` where the clock or the user came first.
  ///
  /// A trial leaves nothing behind, so it does not matter which thread makes it.
  private func optima<Found: Sendable>(
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
  ///
  /// - Parameters:
  ///   - changes: All at once.
  ///   - twin: A program with the same rows and columns: where both have one base, its optimum is asked for first.
  ///   - twins: The same changes of the twin.
  /// - Returns: The program's own optimum, proved.
  /// - Throws: ``SolverFailure`` where the solver gives up.
  func optimum(
    with changes: [RelaxationSession.Change], twin: GapTrials, _ twins: [RelaxationSession.Change]
  ) throws(SolverFailure) -> LinearOptimum? {
    guard let opened = program.making(changes) else { return nil }
    if entries != nil, let found = try twin.optimum(with: twins),
      let own = found.proved(on: opened, entries)
    {
      return own
    }
    // From the base a large program would take more steps than from its middle.
    guard RelaxationMeans(fitting: program).sifts else { return try begun().optimum(with: changes) }
    return try LinearSolver.relaxation(of: opened, threads: threads, stop: stop).unlessStopped
  }

  /// The optimum after changes, begun at the base's.
  private func optimum(with changes: [RelaxationSession.Change]) throws(SolverFailure) -> LinearOptimum? {
    func changed(_ session: inout RelaxationSession) throws(SolverFailure) -> LinearOptimum? {
      try session.solve(changing: changes).unlessStopped
    }
    guard let point else { return try RelaxationSession.with(program, stop: stop, changed) }
    return try RelaxationSession.with(from: point, stop: stop, changed)
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

extension LinearProgram {
  /// The program after changes; `nil` where one adds a column.
  fileprivate func making(_ changes: [RelaxationSession.Change]) -> LinearProgram? {
    var changed = self
    for change in changes where !changed.make(change) { return nil }
    return changed
  }
}

extension RelaxationSession.RestingPoint {
  /// The same basis of a program that has other figures in rows that nothing fills.
  fileprivate func of(_ program: LinearProgram) -> RelaxationSession.RestingPoint {
    RelaxationSession.RestingPoint(
      program: program, aside: aside, takenIn: takenIn, basis: basis, sifting: sifting,
      hasNearest: hasNearest, prices: prices, scale: scale, optimum: nil)
  }
}
