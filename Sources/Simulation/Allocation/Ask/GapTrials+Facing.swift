// Where trials begin.
extension GapTrials {
  /// How far the optimum is followed towards each trial.
  private static let little = 0.01
  /// Trials from which that pays.
  private static let fewestToFace = 20

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
    return try RelaxationSession.with(from: point, stop: stop) { session throws(SolverFailure) in
      for way in ways { try session.apply(way.there) }
      guard session.solveAtOnce() != nil, !stop.isOver else { return self }
      for way in ways { try session.apply(way.back) }
      guard session.solveAtOnce() != nil, let corner = session.restingPoint else { return self }
      return GapTrials(self, from: corner)
    }
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
}
