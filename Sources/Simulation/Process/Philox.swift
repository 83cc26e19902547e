/// Philox4x32-10: a counter and a key in, four random words out, nothing kept between calls.
///
/// Any word of any replication can therefore be found by itself, on any thread.
///
/// Source: J. Salmon, M. Moraes, R. Dror, D. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
package enum Philox {
  /// The four words of one counter.
  package typealias Block = (UInt32, UInt32, UInt32, UInt32)

  /// The words of `counter` under the key `(low, high)`.
  @inline(__always)
  package static func block(_ counter: Block, low: UInt32, high: UInt32) -> Block {
    var (c0, c1, c2, c3) = counter
    var (k0, k1) = (low, high)
    for _ in 0..<10 {
      let p0 = UInt64(c0) &* 0xD251_1F53
      let p1 = UInt64(c2) &* 0xCD9E_8D57
      c0 = UInt32(truncatingIfNeeded: p1 &>> 32) ^ c1 ^ k0
      c1 = UInt32(truncatingIfNeeded: p1)
      c2 = UInt32(truncatingIfNeeded: p0 &>> 32) ^ c3 ^ k1
      c3 = UInt32(truncatingIfNeeded: p0)
      k0 = k0 &+ 0x9E37_79B9
      k1 = k1 &+ 0xBB67_AE85
    }
    return (c0, c1, c2, c3)
  }
}
