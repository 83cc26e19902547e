import GeneratedModels

/// A small generator for random scenarios: the same seed gives the same scenario everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var words: SplitMix64

  /// Seeds are mixed first: counted up they would give the same words, each a place further on.
  init(seed: UInt64) {
    words = SplitMix64(state: seed)
    words = SplitMix64(state: next())
  }

  mutating func next() -> UInt64 { words.next() }

  mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &self) < probability }

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &self)]
  }
}
