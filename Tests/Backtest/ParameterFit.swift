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

  /// Of the places that cannot be told from the least, the one with the highest correlation; among those the
  /// one with the least mean score.
  ///
  /// Told apart are places whose mean score is worse by more than one standard error of the paired differences
  /// over the build-ups. A handful of build-ups says much of the tempo and little of how wide bands must be; in
  /// doubt they are wide.
  package func widest(without left: Int? = nil) -> SharedParameters {
    let others = others(left)
    let least = leastPlace(others)
    let near = grid.indices.filter { isNear($0, to: least, others) }
    let highest = near.map { grid[$0].correlation }.max() ?? grid[least].correlation
    let means = means(others)
    let widest = near.filter { grid[$0].correlation == highest }.min { means[$0] < means[$1] }
    return grid[widest ?? least]
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
