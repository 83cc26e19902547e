import Simulation
import Testing

@Suite("Sources and assumptions")
struct EvidenceTests {
  @Test("Each assumption is listed with the figure that rests on it")
  func assumptions() throws {
    let lines = try Fixture.read(Fixture.whole).scenario.assumptions
    #expect(
      lines.map { "\($0.entry): \($0.text)" } == [
        "missions.unmiss: kept short",
        "pledges.can-aviation.tonnes: as a like unit",
        "substitutions.armed-helicopter.utility-helicopter: a guess",
      ])
  }

  @Test("Parts of an entry name their own sources")
  func sources() throws {
    let entries = try Fixture.read(Fixture.whole).scenario.sources.map(\.entry)
    #expect(
      entries == [
        "capabilities.utility-helicopter", "lift.un-airlift", "missions.minusma.ceilings",
        "missions.minusma.present", "missions.minusma.seasons.rains", "needs.medevac", "pledges.can-aviation",
        "pledges.can-aviation.history.-433", "processes.western-aviation",
        "processes.western-aviation.stages.decision", "supports.can-trainers",
      ])
  }

  @Test("Missions, needs, pledges and processes with neither are listed as unsourced")
  func unsourced() throws {
    #expect(
      try Fixture.read(Fixture.whole).scenario.unsourced == [
        "needs.hospital", "needs.unmiss-engineers", "pledges.lka-engineers", "pledges.vnm-hospital",
      ])
  }
}
