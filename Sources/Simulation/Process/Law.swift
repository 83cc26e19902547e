/// A distribution ready to be drawn from by inversion: one word, one draw.
///
/// A higher word never gives a much lower draw, so that draws from the same words move together (common
/// random numbers). Run time uses + − × and roots only: the same bits on every machine.
package struct Law: Sendable {
  private enum Form: Sendable {
    case constant(Double)
    case uniform(low: Double, width: Double)
    case triangular(TriangularLaw)
    case steps(StepTable)
    case table(QuantileTable)
  }

  private let form: Form

  package init(_ distribution: Distribution) {
    form = Self.form(of: distribution)
  }

  private static func form(of distribution: Distribution) -> Form {
    let (shape, shift) = (distribution.shape, distribution.shift)
    if let constant = distribution.constant { return .constant(constant) }
    if let steps = shape.steps { return .steps(StepTable(steps, shift: shift)) }
    switch shape {
    case .uniform(let low, let high): return .uniform(low: low + shift, width: high - low)
    case .triangular(let low, let mode, let high):
      return .triangular(TriangularLaw(low: low + shift, mode: mode + shift, high: high + shift))
    default:
      return .table(
        QuantileTable { side in
          let quantile = shape.tailQuantile(from: side)
          return { quantile($0) + shift }
        })
    }
  }

  /// The value where nothing is random, else `nil`.
  package var constant: Double? {
    if case .constant(let days) = form { days } else { nil }
  }

  /// Draws one value for each word.
  ///
  /// - Parameters:
  ///   - row: Where the values go, in days; as long as `words`.
  ///   - words: Random words, any number of them.
  package func fill(_ row: inout MutableSpan<Double>, words: Span<UInt32>) {
    precondition(row.count == words.count)
    switch form {
    case .constant(let days): row.update(repeating: days)
    case .uniform(let low, let width): Self.fill(&row, words, low, width)
    case .triangular(let law): Self.fill(&row, words, law)
    case .steps(let table): Self.fill(&row, words, table)
    case .table(let table):
      Self.place(&row, words)
      Self.lookUp(&row, table)
    }
  }

  /// Adds one value for each word to a row, as long as `words`; `room` is as long, and holds nothing afterwards.
  package func add(to row: inout MutableSpan<Double>, words: Span<UInt32>, room: inout MutableSpan<Double>) {
    precondition(row.count == words.count && room.count == words.count)
    switch form {
    case .constant(let days): for index in row.indices { row[index] += days }
    case .uniform(let low, let width): Self.add(to: &row, words, low, width)
    case .triangular(let law): Self.add(to: &row, words, law)
    case .steps(let table): Self.add(to: &row, words, table)
    case .table(let table):
      Self.place(&room, words)
      Self.addLookedUp(to: &row, room.span, table)
    }
  }

  /// The draw of one word alone: the same to the last bit as in a row.
  package func value(word: UInt32) -> Double {
    switch form {
    case .constant(let days): days
    case .uniform(let low, let width): low + width * Self.below(word)
    case .triangular(let law): law.value(word: word)
    case .steps(let table): table.value(word: word)
    case .table(let table): table.value(at: QuantileTable.place(word))
    }
  }

  /// The probability that a word stands for: the middle of its 2⁻³².
  @inline(__always)
  private static func below(_ word: UInt32) -> Double { (Double(word) + 0.5) * 0x1p-32 }
}

// One loop, one job: the compiler vectorises them only so.
extension Law {
  @inline(never)
  private static func fill(
    _ row: inout MutableSpan<Double>, _ words: Span<UInt32>, _ low: Double, _ width: Double
  ) {
    for index in row.indices { row[index] = low + width * below(words[index]) }
  }

  @inline(never)
  private static func fill(_ row: inout MutableSpan<Double>, _ words: Span<UInt32>, _ law: TriangularLaw) {
    for index in row.indices { row[index] = law.value(word: words[index]) }
  }

  @inline(never)
  private static func fill(_ row: inout MutableSpan<Double>, _ words: Span<UInt32>, _ table: StepTable) {
    for index in row.indices { row[index] = table.value(word: words[index]) }
  }

  @inline(never)
  private static func add(
    to row: inout MutableSpan<Double>, _ words: Span<UInt32>, _ low: Double, _ width: Double
  ) {
    for index in row.indices { row[index] += low + width * below(words[index]) }
  }

  @inline(never)
  private static func add(to row: inout MutableSpan<Double>, _ words: Span<UInt32>, _ law: TriangularLaw) {
    for index in row.indices { row[index] += law.value(word: words[index]) }
  }

  @inline(never)
  private static func add(to row: inout MutableSpan<Double>, _ words: Span<UInt32>, _ table: StepTable) {
    for index in row.indices { row[index] += table.value(word: words[index]) }
  }

  @inline(never)
  private static func addLookedUp(
    to row: inout MutableSpan<Double>, _ places: Span<Double>, _ table: QuantileTable
  ) {
    for index in row.indices { row[index] += table.value(at: places[index]) }
  }

  @inline(never)
  private static func place(_ row: inout MutableSpan<Double>, _ words: Span<UInt32>) {
    for index in row.indices { row[index] = QuantileTable.place(words[index]) }
  }

  @inline(never)
  private static func lookUp(_ row: inout MutableSpan<Double>, _ table: QuantileTable) {
    for index in row.indices { row[index] = table.value(at: row[index]) }
  }
}
