extension InteriorPoint {
  /// How far a step may go towards a bound.
  private static let towardsBound = 0.995
  /// How much of its distance from the optimum a step leaves at least: one that asks for more lets single products
  /// fall far behind, and each of those costs later steps and leaves a column undecided at the end.
  private static let leastRatio = 0.5
  /// Corrections of one step towards its balance at most: each costs a solve, and a factorisation costs a dozen.
  private static let mostBalances = 5
  /// By how much each tries to lengthen the step, and the least that it must gain.
  private static let (stretch, leastGain) = (0.3, 0.01)
  /// Shares of a correction that are weighed against one another: a whole one may shorten the step that it is to
  /// lengthen.
  private static let shares = SIMD4(1, 0.7, 0.4, 0.1)

  /// How far a direction may be followed, at most to its end.
  private struct Reach {
    var primal: Double
    var dual: Double
  }

  /// One step from a point that has been measured.
  ///
  /// - Returns: Whether there was a step to take, and time for it.
  mutating func step(stop: StopSignal) -> Bool {
    parts.changeEach(threads: threads) { part in
      part.factor(regularisation: Self.regularisation, stop: stop)
      if !part.sums.isStopped { part.seekOptimum() }
    }
    guard !parts.contains(where: \.sums.isStopped), factorBorder(stop: stop) else { return false }
    let pairs = Double(parts.reduce(0) { $0 + $1.pairs })
    let mu = parts.reduce(0) { $0 + $1.sums.products } / pairs
    solveBorder(of: \.best.y, from: missingBorder)
    parts.changeEach(threads: threads) { $0.findOptimum() }
    var best = reach(at: (0, 0))
    let ratio = max(Self.leastRatio, centre(after: best) / pairs / mu)
    let aim = ratio * ratio * ratio * ratio * mu
    parts.changeEach(threads: threads) { $0.seekCentre(aim: aim) }
    best = correct(best, leastGain: -.infinity) ?? best
    for _ in 0..<Self.mostBalances where min(best.primal, best.dual) < 0.95 {
      let (primal, dual) = (
        min(1, 1.08 * best.primal + Self.stretch), min(1, 1.08 * best.dual + Self.stretch)
      )
      parts.changeEach(threads: threads) { $0.seekBalance(aim: aim, primal: primal, dual: dual) }
      guard let corrected = correct(best, leastGain: Self.leastGain) else { break }
      best = corrected
    }
    return move(best)
  }

  /// The products' sum after a step along the direction that was found last.
  private func centre(after reach: Reach) -> Double {
    parts.reduce(0) { sum, part in
      let sums = part.sums
      return sum + sums.products + reach.primal * sums.primal + reach.dual * sums.dual
        + reach.primal * reach.dual * sums.both
    }
  }

  /// Ends the search for a correction and adds to the best direction the shares of it that lengthen the step most,
  /// points and prices apart.
  ///
  /// - Returns: How far that goes; `nil` where it gains less than `leastGain` on `reach`, and nothing was added.
  private mutating func correct(_ reach: Reach, leastGain: Double) -> Reach? {
    solveBorder(of: \.trial.y, from: borderVector.map { _ in 0 })
    parts.changeEach(threads: threads) { $0.findCorrection(shares: Self.shares) }
    let places = 0..<Self.shares.scalarCount
    let reaches = places.map { self.reach(at: ($0, $0)) }
    let primal = places.max { (reaches[$0].primal, $1) < (reaches[$1].primal, $0) } ?? 0
    let dual = places.max { (reaches[$0].dual, $1) < (reaches[$1].dual, $0) } ?? 0
    let next = self.reach(at: (primal, dual))
    guard next.primal + next.dual - reach.primal - reach.dual >= leastGain else { return nil }
    parts.changeEach(threads: threads) { $0.correct(primal: Self.shares[primal], dual: Self.shares[dual]) }
    return next
  }

  /// How far the direction that was found last may be followed, with the shares of a correction at these places.
  private func reach(at place: (primal: Int, dual: Int)) -> Reach {
    Reach(
      primal: 1 / parts.reduce(1) { max($0, $1.sums.primalPaces[place.primal]) },
      dual: 1 / parts.reduce(1) { max($0, $1.sums.dualPaces[place.dual]) })
  }

  /// Factors what parts have left of the border.
  mutating func factorBorder(stop: StopSignal) -> Bool {
    border.clear()
    border.gather(parts)
    return border.factor(regularisation: Self.regularisation, stop: stop)
  }

  /// Solves for the border's rows of what parts seek: right sides, and what parts add to them.
  mutating func solveBorder(
    of vector: KeyPath<PartVectors, UnsafeMutablePointer<Double>>, from rightSides: [Double]
  ) {
    borderVector = rightSides
    for part in parts { part.addBorder(of: vector, to: &borderVector) }
    borderVector.withUnsafeMutableBufferPointer { buffer in
      guard let numbers = buffer.baseAddress else { return }
      border.forward(numbers)
      border.backward(numbers)
    }
    for part in parts { part.setBorder(of: vector, to: borderVector) }
  }

  private mutating func move(_ reach: Reach) -> Bool {
    let (primal, dual) = (Self.towardsBound * reach.primal, Self.towardsBound * reach.dual)
    guard max(primal, dual) > 1e-8 else { return false }
    steps += 1
    parts.changeEach(threads: threads) { $0.move(primal: primal, dual: dual) }
    return true
  }
}
