import Backtest
import Testing

@Suite("Fitting on all build-ups but one")
struct ParameterFitTests {
  private let grid = [
    SharedParameters(tempo: 0.5, correlation: 0), SharedParameters(tempo: 1, correlation: 0.2),
    SharedParameters(tempo: 1, correlation: 0.8), SharedParameters(tempo: 2, correlation: 0.8),
  ]

  @Test("The score of the build-up that is left out plays no part")
  func leavesOut() {
    let fit = ParameterFit(grid: grid, scores: [[0, 9, 9, 9], [5, 1, 4, 6], [5, 1, 4, 6]])
    #expect(fit.least(without: 0) == grid[1])
    // Sums 10, 11, 17, 21 of all three.
    #expect(fit.least() == grid[0])
  }

  @Test("The middle of the correlations that cannot be told apart is taken, with the best tempo at it")
  func middle() {
    let grid = [0, 0.3, 0.6, 0.9].flatMap { correlation in
      [0.5, 1].map { SharedParameters(tempo: $0, correlation: correlation) }
    }
    // The least is 3, at the first place. Differences of the sixth: −1, 1, 1 (mean 1/3, error 2/3), so that
    // correlations up to 0.6 are open; those of the others are 5 each.
    let scores = [[3.0, 8, 7, 7.5, 8, 2, 8, 8], [3, 8, 7, 7.5, 8, 4, 8, 8], [3, 8, 7, 7.5, 8, 4, 8, 8]]
    let fit = ParameterFit(grid: grid, scores: scores)
    #expect(fit.least() == grid[0])
    #expect(fit.middle() == grid[2])
  }

  @Test("A place that is worse by more than its error is not open, however wide")
  func certainlyWorse() {
    let fit = ParameterFit(grid: grid, scores: [[9, 3, 4, 5], [9, 3, 4, 5], [9, 3, 4, 5]])
    #expect(fit.middle() == grid[1])
  }
}
