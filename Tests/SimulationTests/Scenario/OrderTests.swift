import Foundation
import Simulation
import Testing

@Suite("Order and layout mean nothing")
struct OrderTests {
  /// The same JSON with every list of entries in a random order, and keys in whatever order comes.
  private func shuffled(_ value: Any, using random: inout SeededGenerator) -> Any {
    if let object = value as? [String: Any] {
      return object.keys.sorted().reduce(into: [String: Any]()) { result, key in
        result[key] = object[key].map { shuffled($0, using: &random) }
      }
    }
    guard let list = value as? [Any] else { return value }
    let elements = list.map { shuffled($0, using: &random) }
    let areEntries = elements.allSatisfy { ($0 as? [String: Any])?["id"] is String }
    return areEntries ? elements.shuffled(using: &random) : elements
  }

  @Test("The entries of a file in another order make the same scenario and digest", arguments: 0..<20)
  func permuted(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // Foundation's own numbers do not hold the largest seed.
    let text = Fixture.whole.replacing("18446744073709551615", with: "2017")
    let tree = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let data = try JSONSerialization.data(withJSONObject: shuffled(tree, using: &random))
    let original = try Fixture.read(text)
    let permuted = try ScenarioFile.read(bytes: Array(data), name: "permuted.json")
    #expect(permuted.scenario == original.scenario)
    #expect(permuted.digest == original.digest)
  }

  @Test("Comments, layout and ways to write a number change nothing")
  func layout() throws {
    let other = Fixture.small
      .replacing("\"quantity\": 4, \"personnel\"", with: "\"quantity\": 4.0, /* usual */ \"personnel\"")
      .replacing("\"tonnes\": 600},", with: "\"tonnes\": 6e2, \"women\": null,}, // as said")
      .replacing("\n", with: "\r\n")
    let original = try Fixture.read(Fixture.small)
    let changed = try ScenarioFile.read(bytes: [0xEF, 0xBB, 0xBF] + Array(other.utf8), name: "other.json")
    #expect(changed.scenario == original.scenario)
    #expect(changed.digest == original.digest)
  }

  @Test(
    "A figure, a source or a turn that changes, changes the digest",
    arguments: [
      (#""tonnes": 600"#, #""tonnes": 601"#),
      (#""source": "pledge letter""#, #""source": "letter""#),
      (#"["vnm-hospital", "can-aviation"], "over"#, #"["can-aviation", "vnm-hospital"], "over"#),
      ("18446744073709551615", "18446744073709551614"),
    ])
  func content(old: String, new: String) throws {
    let digest = try Fixture.read(Fixture.whole).digest
    let text = Fixture.whole.replacing(old, with: new)
    #expect(text != Fixture.whole)
    #expect(try Fixture.read(text).digest != digest)
  }

  @Test("The digest is the SHA-256 of the canonical text")
  func digest() throws {
    // From Python: hashlib.sha256 of json.dumps with sorted keys, no blanks, and sorted lists of entries.
    let expected = "c6c2495a890a61d23d8c962efe3168e5f495cde69701263f9c491f6e781b4031"
    #expect(try Fixture.read(Fixture.small).digest == "sha256:\(expected)")
  }
}
