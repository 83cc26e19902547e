import Testing

import Simulation

@Suite("Words of replications")
struct ReplicationWordsTests {
  let key = StreamKey(seed: 2017, name: "can-aviation")
  let lift = StreamName("lift")

  @Test("A replication run alone meets the same luck as in its block", arguments: [0, 1, 39, 67_108_863])
  func aloneAsInBlock(block: Int) {
    let words = ReplicationWords.words(of: block, key: key, stream: lift, visit: 3)
    for (number, word) in words.enumerated() {
      let replication = block * ReplicationWords.blockSize + number
      #expect(ReplicationWords.word(replication: replication, key: key, stream: lift, visit: 3) == word)
    }
  }

  @Test("Pledge, seed, stage, visit and replication each change the luck, and nothing else does")
  func everyNameMatters() {
    let words = ReplicationWords.words(of: 0, key: key, stream: lift)
    let others = [
      ReplicationWords.words(of: 0, key: StreamKey(seed: 2017, name: "ger-aviation"), stream: lift),
      ReplicationWords.words(of: 0, key: StreamKey(seed: 2018, name: "can-aviation"), stream: lift),
      ReplicationWords.words(of: 0, key: key, stream: StreamName("onward")),
      ReplicationWords.words(of: 0, key: key, stream: lift, visit: 1),
      ReplicationWords.words(of: 1, key: key, stream: lift),
    ]
    #expect(ReplicationWords.words(of: 0, key: key, stream: lift) == words)
    // Two unrelated words agree once in 4e9: not once among these 1280 pairs.
    for other in others { #expect(zip(words, other).allSatisfy { $0 != $1 }) }
  }

  @Test("Words are spread evenly: every bit is set in half of them")
  func bitsAreFair() {
    let words = (0..<256).flatMap { ReplicationWords.words(of: $0, key: key, stream: lift) }
    let error = Double(words.count).squareRoot() / 2
    for bit in 0..<32 {
      let set = words.reduce(0) { $0 + Int($1 >> UInt32(bit) & 1) }
      #expect(abs(Double(set) - Double(words.count) / 2) < 4 * error, "bit \(bit)")
    }
  }

  @Test("Words are spread evenly: 256 classes of equal chance by the chi-square test")
  func classesAreFair() {
    let words = (0..<256).flatMap { ReplicationWords.words(of: $0, key: key, stream: lift) }
    var counts = [Int](repeating: 0, count: 256)
    for word in words { counts[Int(word >> 24)] += 1 }
    let expected = Double(words.count) / 256
    let chiSquare = counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    // Mean 255, standard deviation √510.
    #expect(abs(chiSquare - 255) < 4 * 510.0.squareRoot())
  }

  @Test(
    "Two stages, two pledges, two seeds and two neighbouring replications are uncorrelated",
    arguments: 0..<4)
  func streamsAreUncorrelated(pair: Int) {
    func numbers(_ key: StreamKey, _ stream: String, from first: Int = 0) -> [Double] {
      (0..<256).flatMap { ReplicationWords.words(of: $0 + first, key: key, stream: StreamName(stream)) }
        .map { Double($0) * 0x1p-32 - 0.5 }
    }
    let left = numbers(key, "lift")
    let right =
      switch pair {
      case 0: numbers(key, "lifu")
      case 1: numbers(StreamKey(seed: 2017, name: "can-aviatiom"), "lift")
      case 2: numbers(StreamKey(seed: 2018, name: "can-aviation"), "lift")
      default: numbers(key, "lift", from: 1)
      }
    // The mean product of two independent uniforms on ±½ is 0 with standard deviation 1/12.
    let product = zip(left, right).reduce(0) { $0 + $1.0 * $1.1 } / Double(left.count)
    #expect(abs(product) < 4 / 12 / Double(left.count).squareRoot())
  }
}
