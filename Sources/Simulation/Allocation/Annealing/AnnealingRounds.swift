/// The best plan of rounds of annealing that are gone side by side, two and two.
///
/// What a round does hangs on its number, the prices it is told and the best plan of the pairs before, so threads
/// change nothing.
struct AnnealingRounds: Sendable {
  private(set) var best: PlanState
  private let limits: SearchLimits
  /// Of the next round.
  private var number = 0

  init(from start: PlanState, limits: SearchLimits) {
    best = start
    self.limits = limits
  }

  /// Takes over a plan found otherwise, if it is better.
  mutating func note(_ plan: PlanState) {
    if plan.weightedGap < best.weightedGap - PlanSearch.noise { best = plan }
  }

  /// The same behind so many rounds that are gone elsewhere.
  func behind(_ count: Int) -> AnnealingRounds {
    var copy = self
    copy.number += count
    return copy
  }

  /// Takes over what rounds behind these have found.
  mutating func join(_ later: AnnealingRounds) {
    number = later.number
    note(later.best)
  }

  /// Goes a round along each of the prices.
  ///
  /// - Parameters:
  ///   - guides: One for each round.
  ///   - isWarm: Whether rounds go on from the best plan found.
  ///   - enough: They end early once the weighted gap is at most that.
  ///   - threads: At most so many; as many as the limits allow unless given.
  mutating func go(_ guides: [PlanAnnealing], isWarm: Bool, enough: Double, threads: Int? = nil) {
    guard best.weightedGap > enough, !limits.isOver else { return }
    let (first, known) = (number, isWarm ? best : nil)
    let found = parallelMap(count: guides.count, threads: threads ?? limits.threads) { place in
      guides[place].round(first + place, from: known, enough: enough)
    }
    number += guides.count
    for plan in found { note(plan) }
  }
}
