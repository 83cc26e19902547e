/// Scores of every build-up at every place of a grid of shared parameters.
///
/// A fold leaves one build-up out and chooses by the others' scores; so each is simulated once at each place,
/// whatever the number of folds.
package struct ParameterFit: Sendable {
  package let grid: [SharedParameters]
  /// By build-up, then place.
  private let scores: [[Double]]

  package init(grid: [SharedParameters], scores: [[Double]]) {
    precondition(!grid.isEmpty && scores.allSatisfy { $0.count == grid.count }, "a score for each place")
    self.grid = grid
    self.scores = scores
  }

  /// Simulates every build-up at every place.
  package init(
    _ buildUps: [PastBuildUp], grid: [SharedParameters], replications: Int, seed: UInt64, threads: Int
  ) {
    self.init(
      grid: grid,
      scores: buildUps.map { buildUp in
        grid.map {
          buildUp.score(with: $0, replications: replications, seed: seed, threads: threads).score
        }
      })
  }

  /// Every tempo from 0.3 to 1.4 with every correlation from 0 to 0.9.
  package static let standardGrid: [SharedParameters] = (6...28).flatMap { tempo in
    (0...9).map { SharedParameters(tempo: Double(tempo) / 20, correlation: Double($0) / 10) }
  }

  /// The place with the least mean score over all build-ups but one, or over all; of equals the first.
  package func least(without left: Int? = nil) -> SharedParameters { grid[leastPlace(others(left))] }

  /// The place that counts: the middle of the correlations that cannot be told from the best, and the tempo with
  /// the least mean score at it.
  ///
  /// Told apart are places whose mean score is worse than the least by more than one standard error of the paired
  /// differences over the build-ups. A handful of build-ups, each one draw of what its units have in common, says
  /// much of the tempo and little of the correlation; the least score alone would take any end of what is left
  /// open. The middle is rounded up to the grid.
  package func middle(without left: Int? = nil) -> SharedParameters {
    let others = others(left)
    let least = leastPlace(others)
    let near = grid.indices.filter { isNear($0, to: least, others) }.map { grid[$0].correlation }
    let middle = ((near.min() ?? 0) + (near.max() ?? 0)) / 2
    // Correlations are written with one or two decimals: half a thousandth is rounding.
    let correlation = grid.map(\.correlation).filter { $0 >= middle - 0.0005 }.min()
    let means = means(others)
    let place = grid.indices.filter { grid[$0].correlation == correlation }.min { means[$0] < means[$1] }
    return grid[place ?? least]
  }

  private func others(_ left: Int?) -> [[Double]] { scores.indices.filter { $0 != left }.map { scores[$0] } }

  private func means(_ scores: [[Double]]) -> [Double] {
    grid.indices.map { place in scores.reduce(0) { $0 + $1[place] } / Double(scores.count) }
  }

  private func leastPlace(_ scores: [[Double]]) -> Int {
    let means = means(scores)
    return grid.indices.min { means[$0] < means[$1] } ?? 0
  }

  private func isNear(_ place: Int, to least: Int, _ scores: [[Double]]) -> Bool {
    let differences = scores.map { $0[place] - $0[least] }
    let n = Double(differences.count)
    let mean = differences.reduce(0, +) / n
    guard n > 1 else { return mean <= 0 }
    let variance = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    return mean <= (variance / n).squareRoot()
  }
}
