package import Simulation

/// A made-up scenario of a given size, the same for the same seed on every machine.
///
/// It is written as the text of an ordinary scenario file, and what is measured is read from that. What it is
/// made of stands in `Benchmarks/README.md`.
package struct GeneratedAllocation: Sendable {
  let pledges: Int
  let missions: Int
  let capabilities: Int
  /// Of 30 days.
  let periods: Int
  let seed: UInt64
  /// Whether pledges become ready, and needs begin, on any day instead of a period's first.
  let isOffGrid: Bool
  /// What each need's quantity is multiplied by, so that needs keep up with many pledges.
  let demand: Int

  package init(
    pledges: Int, missions: Int, capabilities: Int, periods: Int, seed: UInt64 = 1, isOffGrid: Bool = false,
    demand: Int = 1
  ) {
    (self.pledges, self.missions, self.capabilities, self.periods) = (
      pledges, missions, capabilities, periods
    )
    (self.seed, self.isOffGrid, self.demand) = (seed, isOffGrid, demand)
  }

  /// The size at which the allocator's speed is promised.
  package static let promised = GeneratedAllocation(pledges: 100, missions: 3, capabilities: 20, periods: 12)

  package func make() throws -> Scenario {
    try ScenarioFile.read(bytes: Array(text.utf8), name: "generated.json", files: [:]).scenario
  }

  /// The scenario file.
  package var text: String {
    var words = SplitMix64(state: seed)
    let needs = self.needs(&words)
    let pledges = (0..<self.pledges).map { pledge($0, &words) }
    return """
      {"formatVersion": 1, "id": "generated", "title": "Generated: \(name)", "dayZero": "2020-01-01",
       "horizon": {"days": \(periods * 30)}, "allocation": {"gap": 0.02},
       "contributors": [{"id": "AAA", "name": "Aland", \(Self.evidence)}],
       "capabilities": [\(list((0..<capabilities).map(capability)))],
       "lift": [{"id": "aircraft", "carriers": \(max(1, self.pledges / 20)), "cycleDays": 3,
         "payloadTonnes": 100, \(Self.evidence)}],
       "processes": [
         {"id": "deployment", "stages": [{"id": "carried", "lift": "aircraft"}], \(Self.evidence)}],
       "missions": [\(list(missions(for: pledges)))],
       "needs": [\(list(needs))],
       "pledges": [\(list(pledges.map { $0.text(until: periods * 30) }))]}

      """
  }

  private var name: String {
    "\(pledges) pledges, \(missions) missions, \(capabilities) capabilities, \(periods) periods, seed \(seed)"
      + (demand > 1 ? ", \(demand) times the needs" : "") + (isOffGrid ? ", off the grid" : "")
  }

  static let evidence = #""assumption": "made up""#

  private func list(_ entries: [String]) -> String {
    "\n" + entries.map { "  {\($0), \(Self.evidence)}" }.joined(separator: ",\n")
  }

  private static func id(_ letter: String, _ number: Int) -> String {
    letter + String(String(100_000 + number).dropFirst())
  }

  private func capability(_ number: Int) -> String {
    #""id": "\#(Self.id("c", number))", "name": "Capability \#(number)", "measure": "units", "#
      + #""category": "contingents""#
  }

  private func day(_ periods: Range<Int>, _ words: inout SplitMix64) -> Int {
    let period = words.integer(in: periods)
    return period * 30 + (isOffGrid ? words.integer(in: 0..<30) : 0)
  }

  private func needs(_ words: inout SplitMix64) -> [String] {
    var needs: [String] = []
    for mission in 0..<missions {
      for capability in 0..<capabilities where words.chance(0.7) {
        let (mission, capability) = (Self.id("m", mission), Self.id("c", capability))
        let quantity = words.integer(in: 1..<5) * demand
        let from = day(0..<max(1, periods / 3), &words)
        let weight = [1, 2, 3, 5][words.integer(in: 0..<4)]
        needs.append(
          #""id": "\#(mission)-\#(capability)", "mission": "\#(mission)", "capability": "\#(capability)", "#
            + #""quantity": \#(quantity), "from": \#(from), "weight": \#(weight)"#)
      }
    }
    return needs
  }

  private func pledge(_ number: Int, _ words: inout SplitMix64) -> GeneratedPledge {
    let units = words.integer(in: 1..<4)
    let capability = Self.id("c", words.integer(in: 0..<capabilities))
    let from = day(0..<max(1, periods / 2), &words)
    let tour = [180, 360, 720][words.integer(in: 0..<3)]
    let personnel = units * words.integer(in: 40..<851)
    let tonnes = units * words.integer(in: 50..<1501)
    let speaksFrench = words.chance(0.3)
    let share = 0.3 + 0.7 * words.fraction()
    let allowed = (0..<missions).filter { _ in words.chance(share) }.map { Self.id("m", $0) }
    return GeneratedPledge(
      id: Self.id("p", number), capability: capability, units: units, from: from, tourDays: tour,
      personnel: personnel, tonnes: tonnes, speaksFrench: speaksFrench, missions: allowed)
  }

  /// Ceilings and budgets at half of what all pledges together would bring; every second mission wants a
  /// quarter of its people to speak French.
  private func missions(for pledges: [GeneratedPledge]) -> [String] {
    let people = Double(pledges.reduce(0) { $0 + $1.personnel }) / Double(missions)
    return (0..<missions).map { number in
      let share = number % 2 == 1 ? #", "languageShare": 0.25"# : ""
      return
        #""id": "\#(Self.id("m", number))", "name": "Mission \#(number)", "languages": ["fr"]\#(share), "#
        + #""ceilings": {"military": \#(people / 2)}, "#
        + #""budget": {"total": \#(people / 2 * 40 * Double(periods * 30) / 2)}"#
    }
  }
}

/// One pledge of a generated scenario.
private struct GeneratedPledge {
  var id: String
  var capability: String
  var units: Int
  var from: Int
  var tourDays: Int
  var personnel: Int
  var tonnes: Int
  var speaksFrench: Bool
  var missions: [String]

  /// Without its braces.
  func text(until: Int) -> String {
    let only = missions.isEmpty ? "" : #", "missions": {"only": [\#(Self.list(missions))]}"#
    let languages = speaksFrench ? #", "languages": {"fr": 1}"# : ""
    return #""id": "\#(id)", "contributor": "AAA", "capability": "\#(capability)", "quantity": \#(units), "#
      + #""units": \#(units), "from": \#(from), "until": \#(until), "tourDays": \#(tourDays), "#
      + #""personnel": \#(personnel), "tonnes": \#(tonnes), "process": "deployment", "#
      + #""cost": {"deployment": \#(units * 100_000), "perDay": \#(personnel * 40)}\#(languages)\#(only)"#
  }

  private static func list(_ names: [String]) -> String {
    names.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}
