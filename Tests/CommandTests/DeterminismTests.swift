import Foundation
import Testing

@Suite("The same scenario and seed give the same bytes")
struct DeterminismTests {
  @Test(
    "on 1, 2 and 3 threads",
    arguments: ["small/two-missions.json", "small/one-battalion.json", "canning-plants.json"])
  func threads(name: String) throws {
    let results = try (1...3).map { threads in
      Self.lasting(
        try Command.run(Command.scenario(name), "--json", "-", "--threads", "\(threads)").output)
    }
    #expect(!results[0].isEmpty)
    #expect(results[1] == results[0])
    #expect(results[2] == results[0])
  }

  @Test("in every file that is written")
  func files() throws {
    try Folder.with { folder in
      let folders = ["one", "two"].map { folder.appendingPathComponent($0) }
      for (number, place) in folders.enumerated() {
        let outcome = try Command.run(
          Command.scenario("small/one-battalion.json"), "--out", place.path, "--threads", "\(number + 1)",
          "--replications", "1000")
        #expect(outcome.status == 0)
      }
      let names = Folder.names(in: folders[0])
      #expect(names == Folder.names(in: folders[1]))
      for name in names where name != "figures" {
        let files = try folders.map { try Data(contentsOf: $0.appendingPathComponent(name)) }
        let texts = files.map { Self.lasting(String(decoding: $0, as: UTF8.self)) }
        #expect(files[0] == files[1] || texts[0] == texts[1], "\(name)")
      }
    }
  }

  @Test("in whatever order the entries stand in the file")
  func order() throws {
    let path = Command.scenario("small/two-missions.json")
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    var scenario = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    for (key, value) in scenario {
      if let list = value as? [[String: Any]] { scenario[key] = list.reversed() as [[String: Any]] }
    }
    let turned = try JSONSerialization.data(withJSONObject: scenario, options: [.prettyPrinted])
    try Folder.with { folder in
      let file = try Folder.write(String(decoding: turned, as: UTF8.self), to: "turned.json", in: folder)
      let usual = try Command.run(path, "--json", "-")
      let other = try Command.run(file, "--json", "-")
      #expect(other.status == 0)
      #expect(Self.lasting(other.output) == Self.lasting(usual.output))
    }
  }

  /// All but the two lines that tell of the machine.
  private static func lasting(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { !$0.hasPrefix("  \"threads\"") && !$0.hasPrefix("  \"timings\"") }
  }
}
