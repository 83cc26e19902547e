/// From the middle of a wide face of optima to one of its corners.
///
/// Where more columns are inside their bounds than there are rows, many optima tie, and a basis, which has no more
/// columns than rows, is near none that the point is in the middle of.
extension InteriorPoint {
  /// Times that prices are settled with one factor: each leaves about 1e-9 of what was missing.
  private static let settlings = 3
  private static let mostCornerSteps = 60
  /// The gap, relative to the objective of the leaning costs, that is near enough to a corner.
  private static let cornerGap = 1e-9
  /// Two steps that leave more than this of the gap are its last.
  private static let slowest = 0.8
  /// The largest price of a leaning point, as a multiple of the largest cost.
  private static let largestPrice = 1e3

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

  /// Leans the costs so that one corner of the face is the best of it, and goes on to it.
  ///
  /// The costs are made such that the point where it is, with the prices of its rows, is a centre of the new program,
  /// uneven by a half: so the way is short. What is not on the face is made as much dearer as it is nearer to its bound,
  /// and stays there. Prices are of the new program afterwards.
  mutating func seekCorner(stop: StopSignal) {
    let inside = parts.map(\.inside)
    let points = inside.reduce(0) { $0 + $1.points } / Double(max(1, inside.reduce(0) { $0 + $1.count }))
    let size = sizes.cost
    parts.changeEach(threads: threads) { $0.lean(product: size * points, most: Self.largestPrice * size) }
    var gaps: [Double] = []
    while gaps.count < Self.mostCornerSteps, !stop.isOver {
      let gap = measure().gap
      guard gap.isFinite, gap > Self.cornerGap else { return }
      if gaps.count >= 4, gap > Self.slowest * gaps[gaps.count - 2] { return }
      gaps.append(gap)
      guard step(stop: stop) else { return }
    }
  }
}
