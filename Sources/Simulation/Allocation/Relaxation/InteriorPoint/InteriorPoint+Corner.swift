/// From the middle of a wide face of optima to one of its corners.
///
/// Where more columns are inside their bounds than there are rows, many optima tie, and a basis, which has no more
/// columns than rows, is near none that the point is in the middle of.
extension InteriorPoint {
  /// Times that prices are settled with one factor: each leaves about 1e-9 of what was missing.
  private static let settlings = 3
  private static let mostCornerSteps = 60
  /// What is missing, relative to the corner's program, that is near enough.
  private static let nearEnough = 1e-9
  /// Two steps that leave more than this of it are the last, but for the first so many.
  private static let (slowest, firstSteps) = (0.8, 8)
  /// The largest price of a leaning point, as a multiple of the largest cost.
  private static let largestPrice = 1e3
  /// What leanings are, where columns cost something, of what they would be alone.
  private static let besideCosts = 1e-3

  /// How deep inside its bounds a variable is that is taken to be so on the whole face: the first for which prices
  /// settle.
  ///
  /// Of 80,315 columns two were 90 and 140 deep, all others 50,000 and more: with those two, no price was surer than 1e-6.
  private static let depths = [1, 1e3, 1e5, 1e7]
  /// What settled prices may leave of reduced costs, relative to the largest cost.
  private static let settled = 1e-12

  /// Moves prices to where every column that is inside its bounds has a reduced cost of 0.
  ///
  /// That is what they have at all optima of the face. Where there are no such prices they stay as they are.
  ///
  /// What a middle leaves, about 1e-9 a column, a basis of long chains makes 1e5 times as much: the simplex method and
  /// the certificate would take it for real.
  ///
  /// - Returns: Whether each variable is inside its bounds on the face.
  mutating func settlePrices(stop: StopSignal) -> [Bool] {
    let depths = solution.depths
    let prices = parts.map(\.prices)
    for least in Self.depths {
      let face = depths.map { $0 > least }
      if settlePrices(on: face, stop: stop) { return face }
      for (part, prices) in zip(parts, prices) { part.set(prices: prices) }
    }
    return depths.map { $0 > Self.depths[0] }
  }

  /// Takes from reduced costs what least squares can.
  ///
  /// - Returns: Whether next to nothing is left of them; never where there was no time for it.
  private mutating func settlePrices(on face: [Bool], stop: StopSignal) -> Bool {
    parts.changeEach(threads: threads) { part in
      part.weigh(only: face)
      part.refactor(regularisation: Self.regularisation, stop: stop)
    }
    guard !parts.contains(where: \.sums.isStopped), factorBorder(stop: stop) else { return false }
    for _ in 0..<Self.settlings {
      parts.changeEach(threads: threads) { $0.seekPrices() }
      solveBorder(of: \.best.y, from: borderVector.map { _ in 0 })
      parts.changeEach(threads: threads) { $0.takePrices() }
    }
    return parts.allSatisfy { $0.isSettled(to: Self.settled * sizes.cost) }
  }

  /// Goes on to the best corner of the face by other costs; prices are of the new program afterwards.
  ///
  /// The point begins near the centre of that program, as it was of the one before, so the way is short. What
  /// is not on the face is made as much dearer as it is nearer to its bound, and stays there.
  mutating func seekCorner(of face: [Bool], by costs: CornerCosts, stop: StopSignal) {
    var inside = InteriorPart.InsideSums()
    for part in parts { part.add(to: &inside, of: face, by: costs) }
    let product = sizes.cost * inside.points / max(1, inside.count)
    let lean = InteriorPart.Lean(
      product: product, share: inside.ties > 0 ? Self.besideCosts : 1,
      tie: inside.ties > 0 ? sizes.cost * inside.points / inside.ties : 0,
      most: Self.largestPrice * sizes.cost)
    parts.changeEach(threads: threads) { $0.lean(lean, on: face, by: costs) }
    var gaps: [Double] = []
    while gaps.count < Self.mostCornerSteps, !stop.isOver {
      let missing = measure()
      let gap = max(missing.gap, missing.primal, missing.dual)
      guard gap.isFinite, gap > Self.nearEnough else { return }
      if gaps.count >= Self.firstSteps, gap > Self.slowest * gaps[gaps.count - 2] { return }
      gaps.append(gap)
      guard step(stop: stop) else { return }
    }
  }
}
