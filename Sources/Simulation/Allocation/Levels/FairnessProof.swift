/// How large the smallest coverage of a mission is, and how far that is proved.
public struct FairnessProof: Sendable, Equatable {
  /// 0 … 1.
  public var smallestCoverage: Double
  /// No plan has a larger one.
  public var bound: Double
  /// The missions that have it, in identifier order.
  public var missions: [String]

  public init(smallestCoverage: Double, bound: Double, missions: [String]) {
    self.smallestCoverage = smallestCoverage
    self.bound = bound
    self.missions = missions
  }

  /// Coverages that differ by less are the same.
  private static let tie = 1e-9

  init(_ missions: [MissionCoverage], lackBound: Double) {
    smallestCoverage = missions.map(\.coverage).min() ?? 1
    // A bound below a plan that exists is arithmetic noise.
    bound = max(smallestCoverage, 1 - lackBound)
    let smallest = smallestCoverage
    self.missions = missions.filter { $0.coverage <= smallest + Self.tie }.map(\.mission)
  }

  /// Whether no plan has a larger smallest coverage, to 1e-9.
  public var isProved: Bool { bound - smallestCoverage <= Self.tie }
}
