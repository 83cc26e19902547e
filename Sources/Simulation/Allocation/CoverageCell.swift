/// A run of days of one need on which the same is there.
package struct CoverageCell: Sendable {
  /// What one of a deployment meets of the need in a cell, in the need's measure.
  package struct Entry: Sendable {
    package var deployment: Int
    package var brings: Double
  }

  /// What a deployment sends to a need.
  struct Sending {
    var deployment: Int
    var leg: DeploymentLeg
    var takesTurns: Bool
  }

  /// Index into the scenario's needs.
  package var need: Int
  package var days: Range<Int>
  /// What is there, in the order of deployments.
  package var entries: [Entry]

  package var deployments: [Int] { entries.map(\.deployment) }

  /// Cuts a need's days wherever something that can be sent to it arrives, completes or leaves, and at the
  /// days in `cuts` besides: those of needs that it is tied to.
  ///
  /// - Complexity: O(*d*² ) for *d* deployments of the need, in the worst case of as many cells.
  static func cells(ofNeed need: Int, span: Range<Int>, sendings: [Sending], cuts: Set<Int> = [])
    -> [CoverageCell]
  {
    guard !span.isEmpty else { return [] }
    var days = cuts.filter(span.contains).union([span.lowerBound, span.upperBound])
    for sending in sendings { days.formUnion(sending.leg.cuts.filter(span.contains)) }
    let ordered = days.sorted()
    return zip(ordered, ordered.dropFirst()).map { from, until in
      CoverageCell(need: need, days: from..<until, entries: entries(of: sendings, on: from))
    }
  }

  private static func entries(of sendings: [Sending], on day: Int) -> [Entry] {
    sendings.reduce(into: []) { entries, sending in
      let share = sending.leg.share(on: day)
      guard share > 0 else { return }
      let brings = sending.leg.contribution * share
      guard let last = entries.last, last.deployment == sending.deployment else {
        entries.append(Entry(deployment: sending.deployment, brings: brings))
        return
      }
      // At a hand-over two turns are there, and the post is held once.
      entries[entries.count - 1].brings =
        sending.takesTurns ? max(last.brings, brings) : last.brings + brings
    }
  }
}

/// What a cell asks for, and what a shortfall in it weighs.
struct CellDemand: Sendable {
  /// In the need's measure.
  var required: Double
  /// Weight of the mission · days / requirement.
  var perUnit: Double
  var pieces: [ShortfallPiece]
}

/// A piece of a shortfall, with the weight of its part of the need.
struct ShortfallPiece: Sendable {
  /// In the need's measure.
  var size: Double
  var weight: Double

  /// From the piece that is missed first (and weighs least) to the one missed last.
  static func pieces(of need: Need) -> [ShortfallPiece] {
    guard !need.tiers.isEmpty else { return [ShortfallPiece(size: need.quantity, weight: need.weight)] }
    var below = 0.0
    let rising = need.tiers.map { tier in
      defer { below = tier.upTo }
      return ShortfallPiece(size: tier.upTo - below, weight: tier.weight)
    }
    return rising.reversed()
  }

  /// Weighted sum of a shortfall that eats the pieces in order.
  static func weigh(_ shortfall: Double, over pieces: [ShortfallPiece]) -> Double {
    var rest = shortfall
    var sum = 0.0
    for piece in pieces where rest > 0 {
      sum += piece.weight * min(rest, piece.size)
      rest -= piece.size
    }
    return sum
  }
}
