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

  /// Moves prices to where every column that is inside its bounds has a reduced cost of 0, which is what they have at
  /// all optima of the face.
  ///
  /// What a middle leaves, about 1e-9 a column, a basis of long chains makes 1e5 times as much: the simplex method and
  /// the certificate would take it for real.
  mutating func settlePrices(stop: StopSignal) {
    parts.changeEach(threads: threads) { part in
      part.weighInside()
      part.refactor(regularisation: Self.regularisation, stop: stop)
    }
    guard !parts.contains(where: \.sums.isStopped), factorBorder(stop: stop) else { return }
    for _ in 0..<Self.settlings {
      parts.changeEach(threads: threads) { $0.seekPrices() }
      solveBorder(of: \.best.y, from: borderVector.map { _ in 0 })
      parts.changeEach(threads: threads) { $0.takePrices() }
    }
  }

  /// Goes on to the best corner of the face by other costs; prices are of the new program afterwards.
  ///
  /// The point begins near the centre of that program, as it was of the one before, so the way is short. What
  /// is not on the face is made as much dearer as it is nearer to its bound, and stays there.
  mutating func seekCorner(by costs: CornerCosts, stop: StopSignal) {
    let inside = parts.map { $0.inside(costs) }
      .reduce(into: InteriorPart.InsideSums()) { all, part in
        all.count += part.count
        all.points += part.points
        all.ties += part.ties
      }
    let product = sizes.cost * inside.points / max(1, inside.count)
    let lean = InteriorPart.Lean(
      product: product, share: inside.ties > 0 ? Self.besideCosts : 1,
      tie: inside.ties > 0 ? sizes.cost * inside.points / inside.ties : 0,
      most: Self.largestPrice * sizes.cost)
    parts.changeEach(threads: threads) { $0.lean(lean, by: costs) }
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
