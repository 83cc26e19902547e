/// Some of the replications of a block, a bit each.
///
/// Replication 4·i + j is bit i of word j: neighbours are compared side by side, and their bits put away with one
/// another.
struct ReplicationSet: Sendable, Equatable {
  private static let bits = BlockRows.size / 4

  private var words: SIMD4<UInt64>

  static let none = ReplicationSet(words: .zero)
  static let all = ReplicationSet(words: SIMD4(repeating: .max))

  private init(words: SIMD4<UInt64>) { self.words = words }

  /// The first so many.
  init(first count: Int) {
    words = .zero
    for word in 0..<4 {
      let bits = min(Self.bits, max(0, (count - word + 3) / 4))
      words[word] = bits == 64 ? .max : 1 << UInt64(bits) - 1
    }
  }

  /// Those whose entries are finite.
  @inline(never)
  init(finiteIn row: [Double]) {
    let row = row.span
    self.init { Self.four(row, $0) .< SIMD4(repeating: .infinity) }
  }

  /// Those whose entries are the same.
  @inline(never)
  init(_ row: [Double], equals other: [Double]) {
    let (row, other) = (row.span, other.span)
    self.init { Self.four(row, $0) .== Self.four(other, $0) }
  }

  /// Those whose entries are higher.
  @inline(never)
  init(_ row: [Double], isAbove other: [Double]) {
    let (row, other) = (row.span, other.span)
    self.init { Self.four(row, $0) .> Self.four(other, $0) }
  }

  /// Those whose entries from a place on are the same as the other row's.
  @inline(never)
  init(_ rows: [Int64], at first: Int, equals other: [Int64]) {
    let (rows, other) = (rows.span.extracting(first...), other.span)
    self.init { Self.four(rows, $0) .== Self.four(other, $0) }
  }

  /// Those that a comparison of four neighbours holds for.
  @inline(__always)
  private init(_ isIn: (Int) -> SIMDMask<SIMD4<Int64>>) {
    var (words, bit) = (SIMD4<UInt64>.zero, SIMD4<UInt64>(repeating: 1))
    for place in 0..<Self.bits {
      words |= SIMD4.zero.replacing(with: bit, where: isIn(place))
      bit &+= bit
    }
    self.words = words
  }

  var count: Int { (0..<4).reduce(0) { $0 + words[$1].nonzeroBitCount } }

  func contains(_ replication: Int) -> Bool { words[replication & 3] >> UInt64(replication >> 2) & 1 == 1 }

  mutating func form(union other: ReplicationSet) { words |= other.words }

  mutating func subtract(_ other: ReplicationSet) { words &= ~other.words }

  mutating func form(symmetricDifference other: ReplicationSet) { words ^= other.words }

  func intersection(_ other: ReplicationSet) -> ReplicationSet { ReplicationSet(words: words & other.words) }

  /// Raises each entry to the other row's, and tells where that is later, and where it is at least as late.
  @inline(never)
  static func raise(
    _ row: inout [Double], to other: [Double]
  ) -> (isLater: ReplicationSet, isLast: ReplicationSet) {
    let other = other.span
    var row = row.mutableSpan
    precondition(row.count == BlockRows.size && other.count == BlockRows.size)
    var (isLater, isLast, bit) = (SIMD4<UInt64>.zero, SIMD4<UInt64>.zero, SIMD4<UInt64>(repeating: 1))
    for place in 0..<bits {
      let first = 4 &* place
      let own = SIMD4(row[first], row[first &+ 1], row[first &+ 2], row[first &+ 3])
      let others = four(other, place)
      isLater |= bit.replacing(with: 0, where: others .<= own)
      isLast |= bit.replacing(with: 0, where: others .< own)
      for lane in 0..<4 { row[first &+ lane] = later(own[lane], others[lane]) }
      bit &+= bit
    }
    return (ReplicationSet(words: isLater), ReplicationSet(words: isLast))
  }

  @inline(__always)
  private static func four<Number: SIMDScalar>(_ row: borrowing Span<Number>, _ place: Int) -> SIMD4<Number> {
    let first = 4 &* place
    return SIMD4(row[first], row[first &+ 1], row[first &+ 2], row[first &+ 3])
  }
}
