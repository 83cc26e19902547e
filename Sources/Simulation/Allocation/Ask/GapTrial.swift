/// A case that a program's relaxation is solved again for.
enum GapTrial: Sendable {
  /// Other bounds, tried at the base's optimum.
  case bounds([RelaxationSession.Change])
  /// Other figures in rows that nothing fills, begun at the base's basis.
  case limits(SteppedLimits)
  /// Another program.
  case other(@Sendable () -> LinearProgram)

  /// How long it takes beside others: threads end together where the longest come first.
  var weight: Int {
    switch self {
    case .bounds: 0
    case .limits(let limits): limits.rows.isEmpty ? 0 : 1
    case .other: 2
    }
  }

  /// What can be tried in the base's own session; `nil` where it takes one of its own.
  var changes: [RelaxationSession.Change]? {
    switch self {
    case .bounds(let changes): changes
    case .limits(let limits): limits.rows.isEmpty ? limits.bounds : nil
    case .other: nil
    }
  }
}
