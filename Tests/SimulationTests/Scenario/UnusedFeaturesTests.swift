import Simulation
import Testing

@Suite("What a scenario holds that is not used yet")
struct UnusedFeaturesTests {
  @Test("A scenario that holds nothing of the kind has nothing to be told")
  func nothing() {
    #expect(Scenario.bare().unusedFeatures.isEmpty)
    #expect(Scenario.bare().unusedFeaturesNotice == nil)
  }

  @Test("Each entry is named, and only those that have the feature")
  func named() {
    var scenario = Scenario.bare()
    scenario.need("camp")
    scenario.need("patrol") { $0.enabledBy = ["camp"] }
    scenario.pledge("first") { $0.parts = [PledgePart(share: 1, lagDays: 3)] }
    scenario.milestones = [Milestone(id: "london", name: "London", day: -433)]
    scenario.simulation.precision = 0.01
    let named = scenario.unusedFeatures.flatMap { feature in feature.entries.map { "\(feature.name): \($0)" }
    }
    #expect(named == ["milestones: london"])
    #expect(scenario.unusedFeaturesNotice?.hasSuffix("milestones: london; precision") == true)
  }
}
