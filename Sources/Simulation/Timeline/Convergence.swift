/// How well the replications of a run know its headline probabilities.
///
/// These are: each need's chance of first full coverage by each standard day, each mission's of meeting its
/// standard, and each pledge's chances of being on time and of never coming.
public struct Convergence: Sendable, Equatable {
  /// Half-width of a 95 % Wilson interval that was asked for.
  public var precision: Double
  /// The widest half-width that is left.
  public var halfWidth: Double
  /// Replications at which the run would have ended in any case.
  public var limit: Int

  public init(precision: Double, halfWidth: Double, limit: Int) {
    self.precision = precision
    self.halfWidth = halfWidth
    self.limit = limit
  }

  /// Whether every headline probability is known as well as was asked.
  public var isReached: Bool { halfWidth < precision }

  /// Where a run with a precision ends, unless it is told another limit.
  public static let usualLimit = 10_000_000

  /// The number of replications at which the run looks again, after it looked at `count`.
  ///
  /// Whole blocks, at first 4,096 more and later a sixteenth more: the same on any machine.
  static func nextLook(after count: Int, limit: Int) -> Int {
    let step = max(firstLook, count / 16 / BlockRows.size * BlockRows.size)
    return min(limit, count + step)
  }

  private static let firstLook = 4_096
}
