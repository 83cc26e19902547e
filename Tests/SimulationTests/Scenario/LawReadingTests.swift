import Simulation
import Testing

@Suite("Laws of random days")
struct LawReadingTests {
  private func days(_ law: String) throws -> Distribution? {
    let old = "{\"lognormal\": {\"median\": 60, \"p95\": 180}}"
    let scenario = try Fixture.read(Fixture.small.replacing(old, with: law)).scenario
    return scenario.processes[0].stages.first { $0.id == "decision" }?.days
  }

  @Test(
    "Each law is read in the parameters people know",
    arguments: [
      ("12.5", Distribution.fixed(12.5)),
      ("{\"fixed\": 3}", .fixed(3)),
      ("{\"uniform\": [1, 2]}", Distribution(.uniform(low: 1, high: 2))),
      ("{\"triangular\": [1, 2, 4]}", Distribution(.triangular(low: 1, mode: 2, high: 4))),
      ("{\"pert\": [1, 1, 4]}", Distribution(.pert(low: 1, mode: 1, high: 4))),
      ("{\"normal\": {\"mean\": 9, \"sd\": 2}}", Distribution(.normal(mean: 9, sd: 2))),
      ("{\"lognormal\": {\"median\": 9, \"p95\": 20}}", Distribution(.lognormal(median: 9, p95: 20))),
      ("{\"lognormal\": {\"mean\": 9, \"sd\": 2}}", Distribution(.lognormalMoments(mean: 9, sd: 2))),
      ("{\"gamma\": {\"mean\": 9, \"sd\": 2}}", Distribution(.gamma(mean: 9, sd: 2))),
      ("{\"weibull\": {\"shape\": 2, \"scale\": 9}}", Distribution(.weibull(shape: 2, scale: 9))),
      ("{\"exponential\": {\"mean\": 9}, \"shift\": 4}", Distribution(.exponential(mean: 9), shift: 4)),
      ("{\"empirical\": [5, 3, 9]}", Distribution(.empirical([3, 5, 9]))),
    ])
  func read(law: String, expected: Distribution) throws { #expect(try days(law) == expected) }

  @Test("Values of equal chance and of stated chance are sorted")
  func discrete() throws {
    let expected = [
      Distribution.WeightedValue(value: 2, probability: 0.3),
      Distribution.WeightedValue(value: 7, probability: 0.7),
    ]
    #expect(try days("{\"discrete\": [[7, 0.7], [2, 0.3]]}") == Distribution(.discrete(expected)))
  }

  @Test(
    "A law between two equal ends is a fixed number",
    arguments: ["{\"uniform\": [7, 7]}", "{\"triangular\": [7, 7, 7]}", "{\"pert\": [7, 7, 7]}"])
  func noWidth(law: String) throws { #expect(try days(law) == .fixed(7)) }

  @Test("A shift may lift a law above zero, never leave it below")
  func shift() throws {
    #expect(
      try days("{\"uniform\": [-5, 5], \"shift\": 5}")
        == Distribution(.uniform(low: -5, high: 5), shift: 5))
    #expect(throws: ScenarioRejected.self) { try days("{\"uniform\": [-5, 5], \"shift\": 4}") }
    #expect(throws: ScenarioRejected.self) { try days("{\"exponential\": {\"mean\": 9}, \"shift\": -1}") }
  }
}
