/// The quantile function of a continuous law as a table of cubics, one for each cell of tail mass.
///
/// The cells are even in the logarithm of the tail mass t: 32 octaves of 8 cells on each side, so that the
/// number of a cell is read off the exponent and the first three binary places of t, and the tails are as
/// fine as the middle. Neighbouring cubics meet at the border of their cells.
///
/// A draw is off by less than 4e-6 of the mean (lognormal, P95 three times the median; lighter laws by less), the
/// mean of all draws by less than 4e-9. Words have 32 bits, so that what is rarer than 2⁻³³ is never drawn: 7e-9 of
/// the mean of that law, 2e-4 where P95 is a hundred times the median, 2 % where it is a thousand times.
struct QuantileTable: Sendable {
  /// Coefficients of a cell, in powers of the place f of t within its octave, counted from the cell's border.
  private let cells: [SIMD4<Double>]

  static let octaves = 32
  static let cellsPerOctave = 8
  private static let cellsPerSide = octaves * cellsPerOctave

  /// The table of the law whose quantile functions, by side, are given.
  ///
  /// Each is called with rising masses.
  init(_ tailQuantile: (TailMass.Side) -> (Double) -> Double) {
    cells = TailMass.Side.allCases.flatMap { Self.side(tailQuantile($0)) }
  }

  private static func side(_ quantile: (Double) -> Double) -> [SIMD4<Double>] {
    var start = quantile(0x1p-33)
    return (0..<cellsPerSide).map { cell in
      let octave = Double(sign: .plus, exponent: cell / cellsPerOctave - 33, significand: 1)
      let border = 1 + Double(cell % cellsPerOctave) / Double(cellsPerOctave)
      let cubic = CellCubic(start) { quantile(octave * (border + $0)) }
      start = cubic.end
      return cubic.coefficients
    }
  }
}

extension QuantileTable {
  /// A place in the table as the bits of a number from 1 to 1.125: 1 + f, with the cell in the last nine bits.
  ///
  /// f has at most 28 binary places, so that those bits are free.
  @inline(__always)
  static func place(_ word: UInt32) -> Double {
    let upper = word &>> 31
    let nearer = upper == 0 ? word : ~word
    // t = odd · 2⁻³³, with odd = 2·nearer + 1 below 2³²; 2⁵² + odd has its bits in the last places.
    let odd = Double(bitPattern: 0x4330_0000_0000_0000 | UInt64(nearer &<< 1 | 1)) - 0x1p52
    let bits = odd.bitPattern
    let cell = (bits &>> 49) &- UInt64(1023 * cellsPerOctave) &+ UInt64(upper &<< 8)
    return Double(bitPattern: 0x3FF0_0000_0000_0000 | (bits & 0x0001_FFFF_FFFF_FE00) | cell)
  }

  /// The value of the law at a place.
  @inline(__always)
  func value(at place: Double) -> Double {
    let bits = place.bitPattern
    let cell = cells[Int(truncatingIfNeeded: bits & 511)]
    let f = Double(bitPattern: bits & ~511) - 1
    return cell.x + f * (cell.y + f * (cell.z + f * cell.w))
  }
}
