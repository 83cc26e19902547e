/// Fills a plan up in one sweep: elements in the order of the weighted gap they close for what they use.
///
/// For models so large that looking at every column for every element would take longer than anybody waits. What
/// an element closes only falls as others are sent, so it is told again only when its turn comes.
struct GreedyFill {
  let model: AllocationModel
  let stop: StopSignal

  /// Deployments from which on a model is filled so.
  static let smallest = 20_000

  private static let movesBetweenLooks = 256
  /// What an element itself counts beside scarce limits, in shares of what one usually closes.
  ///
  /// As much as they do, or so little that it decides only among those that use nothing scarce: neither is always
  /// better.
  private static let elementShares = [1, 1e-3]
  /// Times that elements are tried again which a share held back.
  private static let rounds = 4

  /// What a fill has met.
  private struct Met {
    /// Whether each limit held something back that would close a gap.
    var held: [Bool]
    /// Weighted gap in days that what draws on each limit closes.
    var closed: [Double]
    var elements = 0.0
    var allClosed = 0.0
  }

  /// A plan from what is in place and pinned; `nil` where pins leave none within reach.
  ///
  /// Where limits beside the pledges' own elements held something back, filled again by what an element closes for
  /// what it uses of these limits; the best counts.
  var plan: PlanState? {
    guard let start = PlanSearch(model: model).start else { return nil }
    var first = start
    let met = fill(&first, weights: elements)
    var best = first
    for share in Self.elementShares {
      guard let scarce = weights(after: met, first, elementShare: share), !stop.isOver else { break }
      var other = start
      _ = fill(&other, weights: scarce)
      if other.weightedGap < best.weightedGap - PlanSearch.noise { best = other }
    }
    return best
  }

  /// Fills a plan that keeps every limit up, by what elements close.
  func fill(_ state: inout PlanState) { _ = fill(&state, weights: elements) }

  /// Elements that one of each deployment sends of pledges whose elements are counted.
  private var elements: [Double] {
    var elements = [Double](repeating: 0, count: model.deployments.count)
    for limit in model.limits where limit.isSupply {
      for term in limit.terms { elements[term.deployment] += term.coefficient }
    }
    return elements.map { $0 > 0 ? $0 : 1 }
  }

  /// What one of each deployment uses, in weighted days that others could close with it; `nil` where nothing but
  /// the pledges' own elements was scarce.
  private func weights(after met: Met, _ plan: PlanState, elementShare: Double) -> [Double]? {
    let scarce = model.limits.indices.filter {
      met.held[$0] && !model.limits[$0].isSupply && plan.used[$0] > 0 && met.closed[$0] > 0
    }
    guard !scarce.isEmpty, met.elements > 0 else { return nil }
    let usual = elementShare * met.allClosed / met.elements
    var weights = elements.map { $0 * usual }
    let least = weights
    for limit in scarce {
      let price = met.closed[limit] / plan.used[limit]
      for term in model.limits[limit].terms { weights[term.deployment] += term.coefficient * price }
    }
    // What lifts a share uses less than nothing of it.
    return zip(weights, least).map { max($0, $1 / 2) }
  }

  private func fill(_ state: inout PlanState, weights: [Double]) -> Met {
    var met = Met(
      held: model.limits.map { _ in false }, closed: [Double](repeating: 0, count: model.limits.count))
    guard !stop.isOver else { return met }
    var scores = model.deployments.indices.map { state.ownGain($0, 1) / weights[$0] }
    for _ in 0..<Self.rounds {
      let (aside, isChanged) = sweep(&state, scores: scores, weights, &met)
      guard !aside.isEmpty, isChanged, !stop.isOver else { break }
      let open = Set(aside)
      for number in scores.indices {
        scores[number] = open.contains(number) ? state.ownGain(number, 1) / weights[number] : 0
      }
    }
    return met
  }

  /// Columns that only a share, or a pin, held back, and whether anything was sent.
  private func sweep(
    _ state: inout PlanState, scores: [Double], _ weights: [Double], _ met: inout Met
  ) -> (aside: [Int], isChanged: Bool) {
    var order = FallingScores(scores.indices, scores: scores)
    var aside: [Int] = []
    var moves = 0
    var isChanged = false
    func score(_ column: Int) -> Double {
      let gain = state.ownGain(column, 1)
      return gain > PlanSearch.noise ? gain / weights[column] : 0
    }
    while let (column, best) = order.popBest(score) {
      moves += 1
      if moves % Self.movesBetweenLooks == 0, stop.isOver { break }
      guard state.sent[column] + 1 <= model.deployments[column].most else { continue }
      if let broken = state.firstBroken(by: column, 1) {
        met.held[broken] = true
        if model.isShare[broken] { aside.append(column) }
        continue
      }
      let count = state.likeCount(column)
      note(count, of: column, closing: best * weights[column], using: state.tables.limitsOf, &met)
      state.add(column, count)
      isChanged = true
      order.wait(column, score: score(column))
    }
    return (aside, isChanged)
  }

  private func note(
    _ count: Double, of column: Int, closing gain: Double, using limitsOf: SparseRows, _ met: inout Met
  ) {
    met.elements += count
    met.allClosed += count * gain
    for place in limitsOf.places(ofRow: column) where limitsOf.values[place] > 0 {
      met.closed[Int(limitsOf.columns[place])] += count * gain
    }
  }
}

extension PlanState {
  /// How many elements of a deployment, of which one fits, fit and close as much each as the first; at least 1.
  fileprivate func likeCount(_ deployment: Int) -> Double {
    var count = model.deployments[deployment].most - sent[deployment]
    guard count >= 2 else { return 1 }
    for place in tables.limitsOf.places(ofRow: deployment) where tables.limitsOf.values[place] > 0 {
      let limit = Int(tables.limitsOf.columns[place])
      count = min(count, (tables.allowed[limit] - used[limit]) / tables.limitsOf.values[place])
    }
    for place in tables.cellsOf.places(ofRow: deployment) where tables.cellsOf.values[place] > 0 {
      let cell = Int(tables.cellsOf.columns[place])
      let missing = tables.required[cell] - covered[cell]
      if missing > 0 { count = min(count, missing / tables.cellsOf.values[place]) }
    }
    count = count.rounded(.down)
    guard count >= 2, fits(deployment, count),
      ownGain(deployment, count) >= count * ownGain(deployment, 1) * (1 - 1e-12)
    else { return 1 }
    return count
  }
}
