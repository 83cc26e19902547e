extension InteriorPoint {
  /// How far a step may go towards a bound.
  private static let towardsBound = 0.995
  /// Corrections of one step at most: each costs a solve, and a factorisation costs several.
  private static let mostCorrections = 2
  /// By how much each tries to lengthen the step, and the least that it must gain.
  private static let (stretch, leastGain) = (0.2, 0.02)

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
    var best = find(\.best)
    let ratio = max(0, centre(after: best) / pairs / mu)
    let aim = ratio * ratio * ratio * mu
    parts.changeEach(threads: threads) { $0.seekCentre(aim: aim) }
    best = find(\.best)
    for _ in 0..<Self.mostCorrections where min(best.primal, best.dual) < 0.95 {
      let (primal, dual) = (
        min(1, 1.08 * best.primal + Self.stretch), min(1, 1.08 * best.dual + Self.stretch)
      )
      parts.changeEach(threads: threads) { $0.seekTrial(aim: aim, primal: primal, dual: dual) }
      let trial = find(\.trial)
      guard trial.primal + trial.dual - best.primal - best.dual >= Self.leastGain else { break }
      for part in parts { swap(&part.vectors.best, &part.vectors.trial) }
      best = trial
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

  /// Ends what parts began to seek.
  private mutating func find(_ direction: any KeyPath<PartVectors, PartVectors.Direction> & Sendable) -> Reach
  {
    borderVector = missingBorder
    solveBorder(of: direction.appending(path: \.y))
    parts.changeEach(threads: threads) { $0.find($0.vectors[keyPath: direction]) }
    let primal = parts.reduce(1) { max($0, $1.sums.primalPace) }
    let dual = parts.reduce(1) { max($0, $1.sums.dualPace) }
    return Reach(primal: 1 / primal, dual: 1 / dual)
  }

  /// Factors what parts have left of the border.
  mutating func factorBorder(stop: StopSignal) -> Bool {
    border.clear()
    border.gather(parts)
    return border.factor(regularisation: Self.regularisation, stop: stop)
  }

  /// Solves for the border's rows of what parts seek: the right sides in ``borderVector``, and what parts add.
  mutating func solveBorder(of vector: KeyPath<PartVectors, UnsafeMutablePointer<Double>>) {
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
    parts.changeEach(threads: threads) { $0.move(primal: primal, dual: dual) }
    return true
  }
}
