/// A run of days of one need in which the same deployments are there.
package struct CoverageCell: Sendable {
  /// Index into the scenario's needs.
  package var need: Int
  package var days: Range<Int>
  /// Deployments that are there, in order.
  package var deployments: [Int]

  /// Cuts a need's days wherever one of its deployments arrives or leaves.
  ///
  /// - Complexity: O(*d*² ) for *d* deployments of the need, in the worst case of as many cells.
  static func cells(ofNeed need: Int, span: Range<Int>, deployments: [(index: Int, days: Range<Int>)])
    -> [CoverageCell]
  {
    guard !span.isEmpty else { return [] }
    var cuts: Set<Int> = [span.lowerBound, span.upperBound]
    for deployment in deployments {
      for day in [deployment.days.lowerBound, deployment.days.upperBound] where span.contains(day) {
        cuts.insert(day)
      }
    }
    let days = cuts.sorted()
    return zip(days, days.dropFirst()).map { from, until in
      CoverageCell(
        need: need, days: from..<until,
        deployments: deployments.filter { $0.days.contains(from) }.map(\.index))
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
