/// A probability made ready to be met or missed by one random word.
package struct WordThreshold: Sendable, Hashable {
  /// Words below this one meet it, out of 2³².
  package let limit: UInt64

  /// The threshold nearest to `probability` in steps of 2⁻³²; 0 is never met and 1 always.
  ///
  /// - Parameter probability: From 0 to 1.
  package init(_ probability: Double) {
    precondition((0...1).contains(probability), "a probability lies between 0 and 1")
    limit = UInt64((probability * 0x1p32).rounded())
  }

  @inline(__always)
  package func isMet(by word: UInt32) -> Bool { UInt64(word) < limit }
}
