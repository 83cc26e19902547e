// One move of the annealing.
extension PlanAnnealing {
  /// One in so many moves sends an element elsewhere that is sent already; the others send one more.
  private static let movesBetweenRelocations = 3
  /// Elements that one move may change besides.
  private static let mostMended = 6
  /// Cells looked at for one that misses something.
  private static let cellTries = 20

  /// Sends an element where something is missing, or one that is sent elsewhere, mends the limits that this breaks,
  /// and sends what had to give way where it fits.
  ///
  /// - Returns: Whether every limit is kept; if not, the move must be undone.
  mutating func propose(_ priceShare: Double) -> Bool {
    move.begin(at: plan.weightedGap)
    let isRelocation = words.number(below: Self.movesBetweenRelocations) == 0
    guard let deployment = isRelocation ? takeForRelocation() : drawAddition(), plan.mayAdd(deployment)
    else { return false }
    change(deployment, 1)
    guard mend(sparing: deployment, most: Self.mostMended) else { return false }
    placeAgain(except: deployment, priceShare)
    return true
  }

  /// Takes an element back; returns another deployment of its pledge.
  private mutating func takeForRelocation() -> Int? {
    guard !plan.takeable.isEmpty else { return nil }
    let taken = Int(plan.takeable[words.number(below: plan.takeable.count)])
    let places = ofPledge.places(ofRow: Int(pledges[taken]))
    guard !places.isEmpty else { return nil }
    let other = Int(ofPledge.columns[places.lowerBound + words.number(below: places.count)])
    guard other != taken else { return nil }
    change(taken, -1)
    return other
  }

  /// Sends each element that the move takes back to the days and the need where it is worth most, if it fits any.
  private mutating func placeAgain(except added: Int, _ priceShare: Double) {
    for number in move.changes.indices {
      let (deployment, elements) = move.changes[number]
      guard elements < 0, deployment != added, let best = bestPlace(for: deployment, priceShare)
      else { continue }
      change(best, 1)
    }
  }

  private mutating func bestPlace(for taken: Int, _ priceShare: Double) -> Int? {
    var best: Int?
    var most = 0.0
    for place in ofPledge.places(ofRow: Int(pledges[taken])) {
      let deployment = Int(ofPledge.columns[place])
      guard plan.fits(deployment), !move.holds(deployment) else { continue }
      let worth = plan.gain(deployment) - priceShare * prices[deployment]
      if worth > most { (best, most) = (deployment, worth) }
    }
    return best
  }

  /// Takes elements back from limits that the move's changes break, or adds some that give them room, which may
  /// break others in their turn.
  ///
  /// - Returns: Whether every limit is kept.
  mutating func mend(sparing deployment: Int?, most: Int) -> Bool {
    var number = 0
    let first = move.changes.count
    while number < move.changes.count {
      guard let limit = plan.brokenLimit(of: move.changes[number].deployment) else {
        number += 1
        continue
      }
      guard move.changes.count <= first + most - 1, mend(limit, sparing: deployment) else { return false }
    }
    return true
  }

  private mutating func mend(_ limit: Int, sparing deployment: Int?) -> Bool {
    let places = givers.places(ofRow: limit)
    if !places.isEmpty, words.number(below: 2) == 0 {
      let giver = Int(givers.columns[places.lowerBound + words.number(below: places.count)])
      guard plan.mayAdd(giver), !move.holds(giver) else { return false }
      change(giver, 1)
      return true
    }
    guard !plan.takeable.isEmpty else { return false }
    let start = words.number(below: plan.takeable.count)
    guard
      let taken = plan.leastUseful(in: limit, except: deployment, from: start, tries: Self.tries),
      !move.holds(taken)
    else { return false }
    change(taken, -1)
    return true
  }

  /// A deployment that closes something of a cell that misses something.
  mutating func drawAddition() -> Int? {
    for _ in 0..<Self.cellTries {
      let cell = words.number(below: plan.gapOf.count)
      let places = candidates.places(ofRow: cell)
      guard plan.gapOf[cell] > 0, !places.isEmpty else { continue }
      return Int(candidates.columns[places.lowerBound + words.number(below: places.count)])
    }
    return nil
  }
}
