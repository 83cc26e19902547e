import Foundation
import Simulation

/// A large scenario for the reader: the shipped catalogues with made-up needs and pledges, the same for the
/// same seed.
struct GeneratedScenario {
  private static let catalogues = ["capabilities", "contributors", "pools", "processes"]
  private static let missions = (0..<10).map { "mission-\($0)" }

  private let bytes: [UInt8]
  private let files: [String: [UInt8]]

  init(pledges: Int, needs: Int, seed: UInt64) throws {
    let shipped = try ShippedJob.scenario()
    var generator = SplitMix64(state: seed)
    let top = """
      {"formatVersion": 1, "id": "generated", "dayZero": "2020-01-01", "horizon": {"days": 720},
       "include": [\(Self.catalogues.map { "\"catalogue/\($0).json\"" }.joined(separator: ", "))],
       "missions": [\(Self.list(Self.missions, Self.mission))],
       "needs": [\(Self.list(0..<needs) { Self.need($0, shipped, &generator) })],
       "pledges": [\(Self.list(0..<pledges) { Self.pledge($0, shipped, &generator) })]}
      """
    bytes = Array(top.utf8)
    let names = Self.catalogues.map { "catalogue/\($0).json" }
    files = Dictionary(
      uniqueKeysWithValues: try names.map { ($0, Array(try ShippedJob.data(of: $0))) })
  }

  /// What `simrun check` does, but for reading the disk.
  func check() throws -> ScenarioCheck {
    ScenarioCheck(try ScenarioFile.read(bytes: bytes, name: "generated.json", files: files))
  }

  private static func list<Numbers: Sequence>(_ entries: Numbers, _ text: (Numbers.Element) -> String)
    -> String
  {
    entries.map(text).joined(separator: ",\n")
  }

  /// The rains are a season that the catalogue's processes ask for.
  private static func mission(_ id: String) -> String {
    """
    {"id": "\(id)", "seasons": [{"id": "rains", "from": "04-30", "to": "11-30"}], "source": "generated"}
    """
  }

  private static func need(_ number: Int, _ shipped: Scenario, _ generator: inout SplitMix64) -> String {
    let capability = shipped.capabilities[number % shipped.capabilities.count]
    return """
      {"id": "need-\(number)", "mission": "\(missions[number % missions.count])",
       "capability": "\(capability.id)", "quantity": \(capability.usualSize?.quantity ?? 1),
       "from": \(Int.random(in: 0..<360, using: &generator)),
       "weight": \(Int.random(in: 1...5, using: &generator)), "source": "generated"}
      """
  }

  private static func pledge(_ number: Int, _ shipped: Scenario, _ generator: inout SplitMix64) -> String {
    let capability = shipped.capabilities[number % shipped.capabilities.count]
    let contributor = shipped.contributors[Int.random(in: shipped.contributors.indices, using: &generator)]
    let process = shipped.processes[Int.random(in: shipped.processes.indices, using: &generator)]
    return """
      {"id": "pledge-\(number)", "contributor": "\(contributor.id)", "capability": "\(capability.id)",
       "quantity": \(capability.usualSize?.quantity ?? 1), "units": \(Int.random(in: 1...4, using: &generator)),
       "recordedOn": "2019-\(Int.random(in: 10...12, using: &generator))-01", "probability": 0.75,
       "from": \(Int.random(in: 0..<360, using: &generator)), "process": "\(process.id)",
       "cost": {"perDay": \(Int.random(in: 1_000..<40_000, using: &generator))}, "source": "generated",
       "assumption": {"probability": "three quarters, as a pledge repeated in the last two years"}}
      """
  }
}
