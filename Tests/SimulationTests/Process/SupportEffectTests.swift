import Simulation
import Testing

@Suite("What a support does to a process")
struct SupportEffectTests {
  private func scenario() -> Scenario {
    var visit = Stage(id: "visit", days: .fixed(30))
    visit.skipFrom = .level2
    return timelineScenario(stages: [visit, Stage(id: "training", days: .fixed(50), after: ["visit"])])
  }

  private func lead(_ support: Support?) -> Int? {
    let scenario = scenario()
    return LeadTime(
      pledge: scenario.pledges[0], mission: scenario.missions[0], scenario: scenario, support: support
    ).presence(requestedOn: 0)
  }

  @Test("Training at six tenths of its days, and visits skipped at the readiness it brings")
  func shortens() {
    var support = Support(id: "trainers", kind: .training, capacity: 1, until: 90)
    #expect(lead(nil) == 80)
    #expect(lead(support) == 80)
    support.effect = Support.Effect(stage: "training", factor: 0.6)
    #expect(lead(support) == 60)
    support.raisesReadinessTo = .level2
    #expect(lead(support) == 30)
    support.effect = Support.Effect(stage: "training", factor: 0)
    #expect(lead(support) == 0)
  }

  @Test("Pledges share a lead time only with the same help")
  func keys() {
    let scenario = scenario()
    let key = { support in
      LeadTime.sharedKey(
        pledge: scenario.pledges[0], mission: scenario.missions[0], scenario: scenario, support: support)
    }
    var support = Support(id: "trainers", kind: .training, capacity: 1, until: 90)
    support.effect = Support.Effect(stage: "training", factor: 0.6)
    var other = support
    other.effect?.factor = 0.5
    #expect(key(nil) != key(support))
    #expect(key(support) != key(other))
    other.effect?.stage = "elsewhere"
    #expect(key(nil) == key(other))
  }

  @Test("Every law, scaled, has its quantiles scaled", arguments: LawCases.all)
  func laws(shape: Distribution.Shape) {
    let law = Distribution(shape, shift: 3)
    let scaled = law.scaled(by: 0.6)
    for share in [0.05, 0.3, 0.5, 0.9] {
      // Both come from tables of the same relative fineness.
      #expect(agree(scaled.quantile(share), 0.6 * law.quantile(share)), "\(law)")
    }
  }
}
