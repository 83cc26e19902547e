internal import CGLPK

/// A linear program that is solved again and again, each time from the optimum before.
///
///     try RelaxationSession.with(program) { session throws(SolverFailure) in
///       let base = try session.solve()
///       let more = try session.solve(changing: [.row(ceiling, lower: -.infinity, upper: 1_300)])
///       return base.objective - more.objective
///     }
///
/// Whole columns are taken as divisible. Rows are differenced inside; what comes back is told, and certified,
/// on the rows of the program as it was given. A session lives on the thread that made it, for the length of
/// ``with(_:means:stop:_:)``. The same calls in the same order give the same bits. A trial, ``solve(changing:)``,
/// leaves nothing behind, so trials may come in any order or be shared out among sessions on several threads.
package struct RelaxationSession: ~Copyable {
  /// The program with all changes that were applied, trials apart.
  package internal(set) var program: LinearProgram
  let form: DifferencedProgram
  let problem: GLPKProblem
  let stop: StopSignal
  let threads: Int
  /// The optimum of ``program`` where it has been found and nothing has changed since.
  var atRest: LinearOptimum?
  /// Entries of ``program``, from its first optimum on.
  var columns: SparseColumns?
  /// Steps of the simplex method when its basis was factored afresh last.
  var factoredAfter: CInt = -1
  /// What GLPK was given of ``program``: columns that are left out are not, until they are admitted.
  var places: GLPKPlaces
  /// Entries of ``form``; `nil` where GLPK was given all of it.
  let formColumns: SparseColumns?
  /// What neither ``form`` nor GLPK has of ``program``, but for rows that were taken in since.
  let aside: RowsAside
  var sifting: Sifting
  /// Whether it was given the columns nearest to helping at an optimum that it began at.
  var hasNearest = false
  var start = Start.nothingDeployed
  /// Rows of which every bound stands again; see ``DifferencedProgram/loosened``.
  var tightened: Set<Int> = []
  /// Until it has found a basis, or failed to, once.
  var triesInteriorPoint: Bool
  /// Where it came to, until the optimum is known.
  var reached: InteriorSolution?
  /// What the solver was told of each equation's price; empty where it was told none.
  ///
  /// Its costs are the program's less what these come to.
  var prices: [Double] = []
  /// What prices took from the cost of each column of ``form``.
  var pricedColumns: [Double] = []
  /// Entries, in the equations, of columns that were added since.
  var additions: [[(row: Int, value: Double)]] = []
  var scale = EvenScale()
  /// Columns before any was added.
  let firstColumns: Int

  /// What the next solve starts from.
  enum Start: Equatable {
    case nothingDeployed
    /// The last optimum, of which bounds were changed, or costs and columns, or both, since.
    case optimum(bounds: Bool, costs: Bool)
  }

  init(
    _ program: LinearProgram, aside: RowsAside, means: RelaxationMeans, threads: Int, stop: StopSignal
  ) throws(SolverFailure) {
    self.program = program
    self.threads = threads
    firstColumns = program.columns.count
    self.stop = stop
    self.aside = aside
    let rest = aside.rest(of: program)
    form = means.differences ? DifferencedProgram(of: rest) : DifferencedProgram(leaving: rest)
    sifting = Sifting(of: program, isOn: means.sifts)
    places = GLPKPlaces(of: form, leavingOut: sifting.isLeftOut, aside: aside)
    problem = try GLPKProblem(form.program, places)
    formColumns = means.sifts ? SparseColumns(of: form.program) : nil
    triesInteriorPoint = means.usesInteriorPoint
    if !triesInteriorPoint { scaleEvenly() }
  }

  /// Opens a session for the length of `body`, on the calling thread.
  ///
  /// - Parameters:
  ///   - program: What is to be solved, at first.
  ///   - aside: Rows of it that the solver is not given until a point goes beyond them.
  ///   - means: `nil` for what pays for its size.
  ///   - threads: At most so many work at once on the first solve; they change nothing.
  ///   - stop: When a solve ends with what it has.
  ///   - body: Must not let the session out.
  /// - Returns: What `body` returns.
  /// - Throws: ``SolverFailure`` where the program holds a number that is none, and what `body` throws.
  package static func with<Value>(
    _ program: LinearProgram, aside: RowsAside = RowsAside(), means: RelaxationMeans? = nil, threads: Int = 1,
    stop: StopSignal = StopSignal(),
    _ body: (inout RelaxationSession) throws(SolverFailure) -> Value
  ) throws(SolverFailure) -> Value {
    guard program.isSound else {
      throw SolverFailure(reason: .numericalTrouble, routine: "check of the program")
    }
    var session = try RelaxationSession(
      program, aside: aside, means: means ?? RelaxationMeans(fitting: program), threads: threads,
      stop: stop)
    return try body(&session)
  }
}

extension RelaxationSession {
  /// The optimum of ``program``, from the one before by the dual simplex where only bounds have changed and by
  /// the primal one otherwise.
  ///
  /// - Returns: The optimum with its certificate, or what was at hand when the session's `stop` ended it.
  /// - Throws: ``SolverFailure`` where the program contradicts itself, has no finite optimum, or was not
  ///   solved by any way.
  package mutating func solve() throws(SolverFailure) -> LinearOptimum {
    guard !stop.isOver else {
      start = .nothingDeployed
      return LinearOptimum(unsolved: program)
    }
    if let optimum = solveAtOnce() { return optimum }
    guard aside.rows.isEmpty else { return try LinearSolver.relaxation(of: program, stop: stop) }
    return try GLPKProblem.with(program) { [program, stop] problem throws(SolverFailure) in
      try problem.solveRelaxation(from: SimplexBasis(nothingDeployedIn: program), stop: stop)
    }
  }

  /// The same without any second way; `nil` where there was none that is proved.
  mutating func solveAtOnce() -> LinearOptimum? {
    if let optimum = attempt(), optimum.isProved || optimum.isStopped {
      atRest = optimum.isProved ? optimum : nil
      return optimum
    }
    start = .nothingDeployed
    return nil
  }

  /// The optimum, proved or not; `nil` where there was none.
  mutating func attempt() -> LinearOptimum? {
    let method = prepare()
    defer { reached = nil }
    guard !stop.isOver else { return stopped(at: LinearOptimum(unsolved: program)) }
    var widened = start == .nothingDeployed && !prices.isEmpty ? problem.widenBrokenBounds() : []
    defer { problem.restore(widened) }
    var isSharp = false
    var end = problem.optimise(by: method, stop: stop)
    while !end.isStopped {
      let entering = end.isOptimal ? columnsThatHelp : sifting.leftOut
      if !entering.isEmpty {
        admit(entering)
        end = problem.optimise(by: .primal, isSharp: isSharp, stop: stop)
      } else if !widened.isEmpty {
        problem.restore(widened)
        widened = []
        end = problem.optimise(by: end.isOptimal ? .dual : .primal, isSharp: isSharp, stop: stop)
      } else if case let rows = end.isOptimal ? rowsBeyond : rowsLeftOut, !rows.isEmpty {
        takeIn(rows)
        end = problem.optimise(by: end.isOptimal ? .dual : .primal, isSharp: isSharp, stop: stop)
      } else if end.isOptimal {
        let optimum = optimum(isStopped: false)
        guard optimum.isProved || isSharp else {
          // The solver's tolerance grows with the largest cost.
          isSharp = true
          end = problem.optimise(by: .primal, isSharp: true, stop: stop)
          continue
        }
        start = .optimum(bounds: false, costs: false)
        return optimum
      } else {
        start = .nothingDeployed
        return nil
      }
    }
    return stopped(at: optimum(isStopped: true))
  }

  private mutating func optimum(isStopped: Bool) -> LinearOptimum {
    problem.optimum(of: program, entries, places: places, aside: aside, isStopped: isStopped)
  }

  /// Entries of ``program``.
  var entries: SparseColumns {
    mutating get {
      let entries = columns ?? SparseColumns(of: program)
      columns = entries
      return entries
    }
  }

  private var columnsThatHelp: [Int] {
    let costs = reducedCostsOfLeftOut
    return sifting.entering { costs[$0] }
  }

  var basis: SimplexBasis { problem.basis(places: places, aside: aside) }

  private mutating func prepare() -> GLPKProblem.Method {
    guard case .optimum(let bounds, let costs) = start else {
      if triesInteriorPoint, program.columns.count == firstColumns {
        triesInteriorPoint = false
        if begin() || stop.isOver { return .primal }
      }
      use(prices: [])
      problem.load(SimplexBasis(nothingDeployedIn: program), places: places)
      return .primal
    }
    return bounds && !costs ? .dual : .primal
  }
}
