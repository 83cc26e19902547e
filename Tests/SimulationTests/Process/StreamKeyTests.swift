import Testing

import Simulation

@Suite("Keys from names")
struct StreamKeyTests {
  @Test("Names hash to the published FNV-1a values, finished by SplitMix64's mixer")
  func knownHashes() {
    // FNV-1a 64 of "" and "foobar" (cbf29ce484222325, 85944171f73967e8: the reference page of its authors),
    // finished by hand arithmetic in Python.
    #expect(StreamName("").hash == 0xF52A_15E9_A9B5_E89B)
    #expect(StreamName("foobar").hash == 0x404D_A9E3_B740_78C2)
  }

  @Test("No two names of a large scenario hash alike")
  func noCollisions() {
    let names = (0..<1000).flatMap { ["pledge-\($0)", "\($0)", "stage \($0)", "éclaireurs-\($0)"] }
    #expect(Set(names.map { StreamName($0) }).count == names.count)
    #expect(Set(names.map { StreamKey(seed: 1, name: $0) }).count == names.count)
    #expect(Set((0..<4000).map { StreamKey(seed: $0, name: "a") }).count == 4000)
  }

  @Test("A probability of 0 is never met, 1 always, and another as often as it says")
  func thresholds() {
    #expect(!WordThreshold(0).isMet(by: 0))
    #expect(WordThreshold(1).isMet(by: .max))
    #expect(WordThreshold(0.25).isMet(by: 0x3FFF_FFFF))
    #expect(!WordThreshold(0.25).isMet(by: 0x4000_0000))
    #expect(WordThreshold(0x1p-32).isMet(by: 0))
    #expect(!WordThreshold(0x1p-32).isMet(by: 1))
  }
}
