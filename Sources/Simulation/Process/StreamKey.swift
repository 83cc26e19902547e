/// The Philox key of one named thing under one seed.
///
/// A pledge keeps its key, and so its luck, in every scenario that has it and is run with the same seed.
package struct StreamKey: Sendable, Hashable {
  package let word: UInt64

  package init(seed: UInt64, name: String) {
    word = StreamName.mixed(StreamName(name).hash ^ StreamName.mixed(seed &+ 0x9E37_79B9_7F4A_7C15))
  }

  @inline(__always) var low: UInt32 { UInt32(truncatingIfNeeded: word) }
  @inline(__always) var high: UInt32 { UInt32(truncatingIfNeeded: word &>> 32) }
}

/// The 64-bit hash of the name of a stage, or of the purpose of a draw.
///
/// FNV-1a over the bytes of UTF-8, then a finaliser: the words of two names have nothing in common. Unlike
/// `Hasher` it is the same in every process and on every machine. Two names may hash alike, with a chance of
/// about n² / 4e19 among n names: ``StreamName`` is `Hashable`, so the caller can tell.
package struct StreamName: Sendable, Hashable {
  package let hash: UInt64

  package init(_ name: String) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    self.hash = Self.mixed(hash)
  }

  /// A stream made from others.
  init(hash: UInt64) { self.hash = hash }

  @inline(__always) var low: UInt32 { UInt32(truncatingIfNeeded: hash) }
  @inline(__always) var high: UInt32 { UInt32(truncatingIfNeeded: hash &>> 32) }

  /// One-to-one on 64 bits; every bit of the result depends on every bit given.
  ///
  /// Source: the finaliser of SplitMix64 (variant 13 of D. Stafford's mixers).
  static func mixed(_ word: UInt64) -> UInt64 {
    var word = word
    word = (word ^ (word &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word &>> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word &>> 31)
  }
}
