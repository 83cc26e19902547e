import Simulation
import Testing

@Suite("Damaged files")
struct DamageTests {
  /// A few bytes changed, taken out, put in or copied from elsewhere.
  private func damaged(_ bytes: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
    var damaged = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let start = Int.random(in: 0..<damaged.count, using: &random)
      let end = min(damaged.count, start + Int.random(in: 1...12, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: damaged[start] = UInt8.random(in: 0...255, using: &random)
      case 1: damaged.removeSubrange(start..<end)
      case 2: damaged.insert(contentsOf: "{}[],:\"-1e9/*".utf8.shuffled(using: &random).prefix(3), at: start)
      default:
        let piece = Array(damaged[start..<end])
        damaged.insert(contentsOf: piece, at: Int.random(in: 0..<damaged.count, using: &random))
      }
    }
    return damaged
  }

  @Test("However a file is damaged, it is read or refused with a reason", arguments: 0..<600)
  func damage(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = seed.isMultiple(of: 2) ? Fixture.small : Fixture.whole
    let bytes = damaged(Array(text.utf8), using: &random)
    do throws(ScenarioRejected) {
      _ = try ScenarioFile.read(bytes: bytes, name: "damaged.json")
    } catch {
      #expect(!error.issues.isEmpty)
      #expect(error.issues.allSatisfy { !$0.message.isEmpty && $0.line > 0 && $0.column > 0 })
      #expect(!error.description.isEmpty)
    }
  }

  @Test("A file cut off anywhere is refused", arguments: [1, 2, 17, 100, 555, 1000, 2000])
  func cut(length: Int) {
    #expect(Fixture.issues(String(Fixture.whole.prefix(length))).count == 1)
  }
}
