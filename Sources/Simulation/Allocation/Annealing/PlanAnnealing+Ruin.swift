extension PlanAnnealing {
  /// The turns of one round.
  private static let cooling = Cooling(moves: 3_000, first: 0.08, last: 0.005, betweenLooks: 64)
  /// Elements that are taken back at once, at most, and those besides for limits that are broken.
  private static let (mostTaken, mostMended) = (4, 12)
  /// Once in so many turns a pair is looked for of which one makes room for the other.
  private static let turnsBetweenPairs = 5
  /// One in so many that could be added next is passed over, so that fillings differ.
  private static let passedOver = 15

  /// The best elements met while one is sent where something is missing, some that draw on its limits are taken back,
  /// and what that makes room for is added, what is worth most first.
  mutating func ruin() -> [Double] {
    var fitting: [Int] = []
    return cooled(Self.cooling) { search, priceShare in
      guard search.takeBack() else { return nil }
      search.fill(&fitting, priceShare)
      if search.words.number(below: Self.turnsBetweenPairs) == 0 { search.addPair(priceShare) }
      return search.plan.weightedGap - search.move.gapBefore
    }
  }

  /// Sends an element that helps somewhere, which filling up alone would often pass over for those just taken back,
  /// and takes back what breaks limits then, and a few more that draw on the same ones.
  ///
  /// - Returns: Whether every limit is kept.
  private mutating func takeBack() -> Bool {
    move.begin(at: plan.weightedGap)
    guard let wanted = drawAddition(), makeRoom(for: wanted) else { return false }
    for _ in 0...words.number(below: Self.mostTaken) {
      guard !plan.takeable.isEmpty, let limit = plan.limit(of: wanted, &words) else { break }
      let start = words.number(below: plan.takeable.count)
      guard let taken = plan.leastUseful(in: limit, except: nil, from: start, tries: 1) else { continue }
      change(taken, -1)
    }
    return mend(sparing: nil, most: Self.mostMended)
  }

  /// Whether every limit is kept; where none of its units is left, the others go on without it.
  private mutating func makeRoom(for wanted: Int) -> Bool {
    guard plan.mayAdd(wanted) else { return true }
    change(wanted, 1)
    return mend(sparing: wanted, most: Self.mostMended)
  }

  /// Adds what closes most, less a share of what the limits that it uses are worth, until nothing fits.
  private mutating func fill(_ fitting: inout [Int], _ priceShare: Double) {
    fitting.removeAll(keepingCapacity: true)
    for deployment in worthwhile where plan.fits(deployment) && plan.gain(deployment) > PlanSearch.noise {
      fitting.append(deployment)
    }
    while let next = bestFitting(&fitting, priceShare) { change(next, 1) }
  }

  /// Drops what does not fit any more from the list on the way.
  private mutating func bestFitting(_ fitting: inout [Int], _ priceShare: Double) -> Int? {
    var best: Int?
    var most = -Double.infinity
    var kept = 0
    for deployment in fitting {
      let gain = plan.gain(deployment)
      guard gain > PlanSearch.noise, plan.fits(deployment) else { continue }
      fitting[kept] = deployment
      kept += 1
      guard words.number(below: Self.passedOver) != 0 else { continue }
      let worth = gain - priceShare * prices[deployment]
      if worth > most { (best, most) = (deployment, worth) }
    }
    fitting.removeLast(fitting.count - kept)
    return best
  }

  /// Adds an element that a limit holds back together with one that gives the limit room.
  private mutating func addPair(_ priceShare: Double) {
    guard !worthwhile.isEmpty else { return }
    let start = words.number(below: worthwhile.count)
    for step in worthwhile.indices {
      let turn = step + start
      let deployment = worthwhile[turn < worthwhile.count ? turn : turn - worthwhile.count]
      guard plan.mayAdd(deployment), let limit = plan.firstBroken(by: deployment) else { continue }
      let places = givers.places(ofRow: limit)
      guard !places.isEmpty else { continue }
      let gain = plan.gain(deployment)
      guard gain > PlanSearch.noise else { continue }
      var best: Int?
      var most = 0.0
      for place in places {
        let giver = Int(givers.columns[place])
        guard giver != deployment, plan.fits(giver) else { continue }
        let worth = gain + plan.gain(giver) - priceShare * (prices[deployment] + prices[giver])
        guard worth > most else { continue }
        plan.add(giver, 1)
        if plan.fits(deployment) { (best, most) = (giver, worth) }
        plan.add(giver, -1)
      }
      guard let best else { continue }
      change(best, 1)
      change(deployment, 1)
      return
    }
  }
}
