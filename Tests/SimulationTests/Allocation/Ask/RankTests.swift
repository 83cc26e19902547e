import Simulation
import Testing

@Suite("Ranks of ranges")
struct RankTests {
  @Test("Ranges that overlap share ranks; those that do not are told apart")
  func overlap() {
    let ranges = [(80.0, 90.0), (10.0, 20.0), (15.0, 40.0), (5.0, 5.0)].map {
      ValueRange(low: $0.0, high: $0.1)
    }
    #expect(ValueRange.ranks(of: ranges) == [1...1, 2...3, 2...3, 4...4])
    #expect(ValueRange.order(of: ranges) == [0, 2, 1, 3])
  }

  @Test("Equal values keep the order that they came in")
  func ties() {
    let ranges = Array(repeating: ValueRange(low: 3, high: 3), count: 3)
    #expect(ValueRange.order(of: ranges) == [0, 1, 2])
    #expect(ValueRange.ranks(of: ranges) == [1...3, 1...3, 1...3])
  }
}
