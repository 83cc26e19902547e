import Simulation
import Testing

@Suite("What a scenario holds that is not used yet")
struct UnusedFeaturesTests {
  @Test("A scenario that holds nothing of the kind has nothing to be told")
  func nothing() {
    #expect(Scenario.bare().unusedFeatures.isEmpty)
    #expect(Scenario.bare().unusedFeaturesNotice == nil)
  }

  @Test("What has no effect is named, and what has one is not")
  func named() {
    var scenario = Scenario.bare()
    scenario.need("camp")
    scenario.need("patrol") { $0.enabledBy = ["camp"] }
    scenario.pledge("first") { $0.parts = [PledgePart(share: 1, lagDays: 3)] }
    scenario.milestones = [Milestone(id: "london", name: "London", day: -433)]
    scenario.simulation.precision = 0.01
    #expect(scenario.unusedFeatures.isEmpty)
    #expect(scenario.unusedFeaturesNotice == nil)
  }
}
