/// The triangular law: a closed form, one root.
struct TriangularLaw: Sendable {
  private let low: Double
  private let high: Double
  /// Probability below the mode.
  private let share: Double
  /// Squared distance from an end, per unit of the probability between it and the point.
  private let rise: Double
  private let fall: Double
  /// The same on the scale of words, which is exact.
  private let shareOfWords: Double
  private let riseOfWord: Double
  private let fallOfWord: Double
  private let lowBits: UInt64
  /// Those in which `high` differs from `low`.
  private let otherBits: UInt64

  init(low: Double, mode: Double, high: Double) {
    self.low = low
    self.high = high
    let width = high - low
    share = (mode - low) / width
    rise = width * (mode - low)
    fall = width * (high - mode)
    (shareOfWords, riseOfWord, fallOfWord) = (share * 0x1p32, rise * 0x1p-32, fall * 0x1p-32)
    (lowBits, otherBits) = (low.bitPattern, low.bitPattern ^ high.bitPattern)
  }

  /// The value up to which there is probability `below`, where `above` = 1 − `below`.
  @inline(__always)
  func value(below: Double, above: Double) -> Double {
    let (fromLow, fromHigh) = (below * rise, above * fall)
    let square = below < share ? fromLow : fromHigh
    // Never negative, but saying so lets the loop be vectorised: no branch for a root of a negative.
    let distance = square.magnitude.squareRoot()
    let (up, down) = (low + distance, high - distance)
    return below < share ? up : down
  }

  /// The same where `below` is the middle of a word's 2⁻³², to the last bit.
  ///
  /// What is chosen is chosen by masks, so that a loop has no branch and few instructions beside the root.
  @inline(__always)
  func value(word: UInt32) -> Double {
    // 2⁵² + word − (2⁵² − ½).
    let below = Double(bitPattern: 0x4330_0000_0000_0000 | UInt64(word)) - 0x1.FFFF_FFFF_FFFF_Fp51
    let (fromLow, fromHigh) = (below * riseOfWord, (0x1p32 - below) * fallOfWord)
    let mask: UInt64 = below < shareOfWords ? 0 : .max
    let square = below < shareOfWords ? fromLow : fromHigh
    let distance = square.magnitude.squareRoot()
    return Double(bitPattern: lowBits ^ (mask & otherBits))
      + Double(bitPattern: distance.bitPattern ^ (mask & 1 << 63))
  }

  func tailQuantile(from side: TailMass.Side) -> (Double) -> Double {
    side == .lower
      ? { value(below: $0, above: 1 - $0) } : { value(below: 1 - $0, above: $0) }
  }

  func cumulative(_ x: Double) -> Double {
    guard x > low else { return 0 }
    guard x < high else { return 1 }
    let rising = (x - low) * (x - low)
    return rising < share * rise ? rising / rise : 1 - (high - x) * (high - x) / fall
  }
}
