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

  @Test("Of places that cannot be told from the least, the highest correlation is taken")
  func widest() {
    // Differences from the second place: the third −1, 1, 1 (mean 1/3, error 2/3), the fourth 2, 2, 2.
    let fit = ParameterFit(grid: grid, scores: [[9, 3, 2, 5], [9, 3, 4, 5], [9, 3, 4, 5]])
    #expect(fit.least() == grid[1])
    #expect(fit.widest() == grid[2])
  }

  @Test("A place that is worse by more than its error is not taken, however wide")
  func certainlyWorse() {
    let fit = ParameterFit(grid: grid, scores: [[9, 3, 4, 5], [9, 3, 4, 5], [9, 3, 4, 5]])
    #expect(fit.widest() == grid[1])
  }
}
