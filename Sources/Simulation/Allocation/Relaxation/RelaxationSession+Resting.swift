extension RelaxationSession {
  /// An optimum of one session from which others can begin, on any thread.
  package struct RestingPoint: Sendable {
    let program: LinearProgram
    let aside: RowsAside
    /// Rows that were taken in again, in order.
    let takenIn: [Int]
    let basis: SimplexBasis
    let sifting: Sifting
    /// Whether the columns nearest to helping are among those of `sifting`.
    let hasNearest: Bool
    let prices: [Double]
    let scale: EvenScale
    let optimum: LinearOptimum?
  }

  /// Begins at another session's optimum.
  private init(
    from point: RestingPoint, means: RelaxationMeans, stop: StopSignal
  ) throws(SolverFailure) {
    try self.init(point.program, aside: point.aside, means: means, threads: 1, stop: stop)
    use(point.scale)
    admit(sifting.leftOut.filter { !point.sifting.isLeftOut[$0] })
    hasNearest = point.hasNearest
    if let optimum = point.optimum, !hasNearest { admitNearest(to: optimum) }
    use(prices: point.prices)
    takeIn(point.takenIn)
    problem.load(point.basis, places: places)
    start = .optimum(bounds: false, costs: false)
    atRest = point.optimum
    triesInteriorPoint = false
  }

  /// Opens a session at another's optimum for the length of `body`, on the calling thread.
  ///
  /// - Throws: What `body` throws.
  package static func with<Value>(
    from point: RestingPoint, means: RelaxationMeans? = nil, stop: StopSignal = StopSignal(),
    _ body: (inout RelaxationSession) throws(SolverFailure) -> Value
  ) throws(SolverFailure) -> Value {
    var session = try RelaxationSession(
      from: point, means: means ?? RelaxationMeans(fitting: point.program), stop: stop)
    return try body(&session)
  }

  /// The optimum at hand, with all changes that were applied; `nil` where there is none.
  package var restingPoint: RestingPoint? {
    guard start == .optimum(bounds: false, costs: false) else { return nil }
    return RestingPoint(
      program: program, aside: aside, takenIn: places.laterRows, basis: basis, sifting: sifting,
      hasNearest: hasNearest, prices: prices, scale: scale, optimum: atRest)
  }
}
