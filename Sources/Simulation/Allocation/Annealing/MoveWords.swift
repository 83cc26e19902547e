/// SplitMix64: the numbers by which moves are proposed, the same for the same seed on every machine.
///
/// Source: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
struct MoveWords {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return StreamName.mixed(state)
  }

  /// 0 ..< `count`, each as likely to 2⁻³²; `count` above 0.
  mutating func number(below count: Int) -> Int { Int(((next() >> 32) &* UInt64(count)) >> 32) }

  /// Above 0, up to 1.
  mutating func fraction() -> Double { Double((next() >> 11) + 1) * 0x1p-53 }
}
