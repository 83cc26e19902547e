/// The mass of a smooth, log-concave tail by Gauss' rule on panels, from a point outwards.
struct TailIntegral {
  /// A length over which the density changes little: about one standard deviation.
  let scale: Double

  /// The integral of `density` from `start` to the end of the line, in the direction of `sign`.
  func from(_ start: Double, towards sign: Double, density: (Double) -> Double) -> Double {
    let width = panel(at: start)
    var (total, edge) = (0.0, start)
    for _ in 0..<200 {
      let part = GaussRule.integral(from: edge, width: sign * width, of: density)
      total += part
      edge += sign * width
      if part <= total * 0x1p-60 { break }
    }
    return total
  }

  /// A panel on which the density falls by no more than about e⁻⁸.
  private func panel(at start: Double) -> Double {
    scale * min(1.5, 6 / (abs(start) / scale + 1))
  }
}

/// Gauss' rule of ten points.
enum GaussRule {
  /// The integral over the panel from `edge` to `edge + width`, counted as positive.
  static func integral(from edge: Double, width: Double, of density: (Double) -> Double) -> Double {
    let half = 0.5 * width
    let centre = edge + half
    var sum = 0.0
    for (node, weight) in rule {
      sum += weight * (density(centre - half * node) + density(centre + half * node))
    }
    return abs(half) * sum
  }

  private static let rule: [(node: Double, weight: Double)] = [
    (0.14887433898163122, 0.29552422471475287),
    (0.43339539412924719, 0.26926671930999636),
    (0.67940956829902441, 0.21908636251598204),
    (0.86506336668898451, 0.14945134915058059),
    (0.97390652851717172, 0.06667134430868814),
  ]
}
