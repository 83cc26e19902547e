import Backtest
import Testing

@Suite("The ranked probability score")
struct RankedProbabilityTests {
  private func score(_ levels: [(Double, Double)], _ observed: Double) -> Double {
    RankedProbability.score(
      of: levels.map { StrengthForecast.Level(people: $0.0, probability: $0.1) }, observed: observed)
  }

  @Test("A certain forecast is wrong by its distance", arguments: [0.0, 700, 850, 900])
  func certain(observed: Double) {
    #expect(score([(850, 1)], observed) == abs(850 - observed))
  }

  @Test("A perfect forecast scores 0")
  func perfect() { #expect(score([(850, 1)], 850) == 0) }

  @Test(
    "A forecast that is even from 0 to 1 scores what the integral says",
    arguments: [0.0, 0.25, 0.5, 0.9, 1.0])
  func uniform(y: Double) {
    let n = 10_000
    let levels = (0..<n).map { ((Double($0) + 0.5) / Double(n), 1 / Double(n)) }
    // ∫₀ʸ x² dx + ∫ʸ¹ (1 − x)² dx; steps of 1/n are off by less than one of them.
    #expect(abs(score(levels, y) - (y * y * y + (1 - y) * (1 - y) * (1 - y)) / 3) < 1 / Double(n))
  }

  @Test("It is the mean distance from what came less half the mean distance of two draws", arguments: 0..<20)
  func distances(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let people = (0..<12).map { _ in Double.random(in: 0...5000, using: &random).rounded() }.sorted()
    let observed = [0, 2500, 6000, people[4], people[11]][seed % 5]
    let levels = people.map { ($0, 1 / 12.0) }
    let away = people.reduce(0) { $0 + abs($1 - observed) } / 12
    let apart = people.reduce(0) { sum, one in people.reduce(sum) { $0 + abs($1 - one) } } / 144
    #expect(abs(score(levels, observed) - (away - apart / 2)) < 1e-9)
  }
}
