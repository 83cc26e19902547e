import Testing

import Simulation

@Suite("Words of replications")
struct ReplicationWordsTests {
  @Test("A replication run alone meets the same luck as in its block", arguments: [0, 1, 39, 67_108_863])
  func aloneAsInBlock(block: Int) {
    let key = StreamKey(seed: 2017, name: "can-aviation")
    let stream = StreamName("lift")
    let words = Self.block(block, key: key, stream: stream, visit: 3)
    for (number, word) in words.enumerated() {
      let replication = block * ReplicationWords.blockSize + number
      #expect(ReplicationWords.word(replication: replication, key: key, stream: stream, visit: 3) == word)
    }
  }

  static func block(_ block: Int, key: StreamKey, stream: StreamName, visit: UInt32 = 0) -> [UInt32] {
    var words = [UInt32](repeating: 0, count: ReplicationWords.blockSize)
    var span = words.mutableSpan
    ReplicationWords.fill(&span, key: key, block: block, stream: stream, visit: visit)
    return words
  }
}
