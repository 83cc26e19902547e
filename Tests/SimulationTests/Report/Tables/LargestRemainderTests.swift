import Simulation
import Testing

@Suite("Shares that add up")
struct LargestRemainderTests {
  @Test("Three thirds are shown as 34, 33 and 33, and with decimals still add up to 100")
  func thirds() {
    let third = 1.0 / 3
    #expect(LargestRemainder.percents([third, third, third], decimals: 0) == [34, 33, 33])
    let shown = LargestRemainder.percents([third, nil, third, third], decimals: 1)
    #expect(shown[1] == nil)
    #expect(abs(shown.reduce(0) { $0 + ($1 ?? 0) } - 100) < 1e-9)
  }

  @Test("Whatever the shares, the sum is right and no share is more than a step from its own value")
  func bounds() {
    for seed in 1...200 {
      var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
      let raw = (0..<(seed % 9 + 1)).map { _ -> Double in
        state = state &* 6_364_136_223_846_793_005 &+ 1
        return Double(state >> 40)
      }
      let total = raw.reduce(0, +)
      let shares = raw.map { $0 / total }
      let shown = LargestRemainder.percents(shares, decimals: 1).compactMap(\.self)
      #expect(abs(shown.reduce(0, +) - 100) < 1e-6)
      for (a, b) in zip(shown, shares) { #expect(abs(a - b * 100) < 0.1 + 1e-6) }
    }
  }

  @Test("A table shows such a column so that it adds up")
  func table() {
    let table = Table(
      name: "t", caption: "c", columns: [Table.Column("s", "S", .share(decimals: 0), addsUp: true)],
      rows: [1.0 / 6, 1.0 / 6, 2.0 / 3].map { Table.Row([.share($0)]) })
    #expect(table.texts(.paper).map(\.[0]) == ["17", "17", "66"])
  }
}
