import Simulation
import Testing

@Suite("Damaged spreadsheets")
struct SpreadsheetDamageTests {
  private static let spreadsheets = Fixture.split.keys.filter { $0.hasSuffix(".csv") }.sorted()

  /// One to four bits turned over, pieces cut out, or pieces of CSV put in.
  private func damaged(_ bytes: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
    let pieces = [
      "\"", "\"\"", ",", ",,,,", "\n", "\r", "\r\n", ";", "[", "{\"", "\u{FEFF}", "\0", "-1e9", "é",
    ]
    var damaged = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<damaged.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1:
        let length = Int.random(in: 1...12, using: &random)
        damaged.removeSubrange(place..<min(damaged.count - 1, place + length))
      default: damaged.insert(contentsOf: random.pick(pieces).utf8, at: place)
      }
    }
    return damaged
  }

  @Test("However a spreadsheet is damaged, it is read or refused with a place", arguments: 0..<600)
  func damage(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var files = Fixture.split.mapValues { Array($0.utf8) }
    let name = random.pick(Self.spreadsheets)
    let original = try #require(files[name])
    files[name] = damaged(original, using: &random)
    let top = try #require(files["mine/scenario.json"])
    do throws(ScenarioRejected) {
      _ = try ScenarioFile.read(bytes: top, name: "mine/scenario.json", files: files)
    } catch {
      #expect(!error.issues.isEmpty)
      #expect(error.issues.allSatisfy { !$0.message.isEmpty && $0.line > 0 && $0.column > 0 })
      #expect(error.issues.contains { Fixture.split.keys.contains($0.file) })
    }
  }

  @Test("A spreadsheet cut off anywhere is read up to there or refused", arguments: spreadsheets)
  func cut(name: String) throws {
    let text = try #require(Fixture.split[name])
    for length in 1..<text.utf8.count {
      var files = Fixture.split
      files[name] = String(decoding: Array(text.utf8).prefix(length), as: UTF8.self)
      // No row appears that was not there.
      if let read = try? Fixture.read(files).scenario {
        #expect(read.needs.count <= 2 && read.pledges.count <= 2 && read.capabilities.count <= 2)
      }
    }
  }
}
