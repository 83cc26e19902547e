/// One random word per replication for each (key, stream, visit), in blocks of 256 replications.
///
/// Replication r is number r mod 256 of block r / 256. Number n of block g takes word n / 64 of the Philox
/// counter (64·g + n mod 64, stream low, stream high, visit): the four words of a counter serve four
/// replications, so that no word is wasted and no two streams share one. This layout is part of the promise
/// that a seed gives the same results for ever.
package enum ReplicationWords {
  /// Replications in a block: a constant of the layout, not a setting.
  package static let blockSize = 256

  private static let counters = blockSize / 4

  /// Fills the first 256 words with those of the replications 256·`block` and on.
  ///
  /// - Parameters:
  ///   - words: Room for at least 256 words.
  ///   - key: Whose words: a pledge, a contributor, a gate.
  ///   - block: The number of the block, from 0 to below 2²⁶ (17 thousand million replications).
  ///   - stream: What for: a stage or a purpose.
  ///   - visit: How often the stage has been entered before, from 0.
  @inline(never)
  package static func fill(
    _ words: inout MutableSpan<UInt32>, key: StreamKey, block: Int, stream: StreamName, visit: UInt32
  ) {
    precondition(words.count >= blockSize)
    let first = UInt32(counters * block)
    for lane in 0..<counters {
      let counter = (first &+ UInt32(truncatingIfNeeded: lane), stream.low, stream.high, visit)
      let drawn = Philox.block(counter, low: key.low, high: key.high)
      words[lane] = drawn.0
      words[lane &+ 64] = drawn.1
      words[lane &+ 128] = drawn.2
      words[lane &+ 192] = drawn.3
    }
  }

  /// The word of one replication alone: the same that ``fill(_:key:block:stream:visit:)`` gives it.
  package static func word(
    replication: Int, key: StreamKey, stream: StreamName, visit: UInt32
  ) -> UInt32 {
    let (block, number) = replication.quotientAndRemainder(dividingBy: blockSize)
    let counter = (UInt32(counters * block + number % counters), stream.low, stream.high, visit)
    let drawn = Philox.block(counter, low: key.low, high: key.high)
    switch number / counters {
    case 0: return drawn.0
    case 1: return drawn.1
    case 2: return drawn.2
    default: return drawn.3
    }
  }
}
