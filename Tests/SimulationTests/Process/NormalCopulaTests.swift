import Foundation
import Simulation
import Testing

@Suite("Words that move together")
struct NormalCopulaTests {
  private let blocks = 2_000
  private var n: Int { blocks * ReplicationWords.blockSize }

  /// Uniforms of two stages of one contributor, block by block.
  private func pairs(correlation: Double) -> [(Double, Double)] {
    let copula = NormalCopula(correlation: correlation)
    let key = StreamKey(seed: 2017, name: "AAA")
    func words(_ stream: String, _ block: Int) -> [UInt32] {
      var words = [UInt32](repeating: 0, count: ReplicationWords.blockSize)
      var room = words.mutableSpan
      ReplicationWords.fill(&room, key: key, block: block, stream: StreamName(stream), visit: 0)
      return words
    }
    return (0..<blocks).flatMap { block in
      let common = words("common", block).map(NormalScores.score)
      let stages = ["one", "two"].map { stage in
        zip(words(stage, block), common).map {
          (Double(copula.correlated($0, with: $1)) + 0.5) * 0x1p-32
        }
      }
      return zip(stages[0], stages[1]).map { ($0, $1) }
    }
  }

  @Test("Spearman's rank correlation is (6/π)·asin(ρ/2)", arguments: [0.1, 0.3, 0.5, 0.9, 1])
  func spearman(correlation: Double) {
    var (sum, squares) = (0.0, 0.0)
    for (one, two) in pairs(correlation: correlation) {
      let product = 12 * (one - 0.5) * (two - 0.5)
      sum += product
      squares += product * product
    }
    let mean = sum / Double(n)
    let error = ((squares / Double(n) - mean * mean) / Double(n)).squareRoot()
    let known = 6 / Double.pi * asin(correlation / 2)
    #expect(abs(mean - known) <= 4 * error)
  }

  @Test("Each stage keeps its law: its words stay even, in the tails too", arguments: [0.3, 0.9])
  func even(correlation: Double) {
    let words = pairs(correlation: correlation).map(\.0)
    for probability in [0.0001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.9999] {
      let share = Double(words.count { $0 < probability }) / Double(n)
      let error = (probability * (1 - probability) / Double(n)).squareRoot()
      // Words of one contributor's stage are independent from one replication to the next.
      #expect(abs(share - probability) <= 4 * error)
    }
  }

  @Test("Without correlation a word stays what it was, but for the rounding of the way there and back")
  func independent() {
    let copula = NormalCopula(correlation: 0)
    for number in 0..<20_000 {
      let word = UInt32(truncatingIfNeeded: number &* 0x9E37_79B9)
      let back = copula.correlated(word, with: 2)
      // 2e-10 of the table of tails is one word; that of the quantiles, 4e-6 of a score, is up to 0.4 · 4e-6.
      let miss = abs(Double(back) - Double(word))
      #expect(miss <= 0.4 * 4e-6 * 0x1p32 + 1)
    }
  }

  @Test("A row of words and each word alone give the same")
  func rows() {
    let copula = NormalCopula(correlation: 0.3)
    var words = (0..<256).map { UInt32(truncatingIfNeeded: $0 &* 0x9E37_79B9) }
    let common = words.map { NormalScores.score(~$0 &* 7) }
    let alone = zip(words, common).map { copula.correlated($0, with: $1) }
    var scores = [Double](repeating: 0, count: 256)
    copula.correlate(&words, with: common, scores: &scores)
    #expect(words == alone)
  }
}
