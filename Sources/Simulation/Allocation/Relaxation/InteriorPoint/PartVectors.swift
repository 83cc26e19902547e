/// What an interior point holds for each variable and each row of one part: arrays of numbers, one behind the other.
///
/// Safety: the arrays belong to one ``InteriorPart``, which one thread at a time uses; they have the lengths that are
/// told here, and their numbers live as long as this does.
final class PartVectors: @unchecked Sendable {
  /// A direction, and while it is sought, in `s`, what the prices ask for.
  struct Direction {
    let x, s, v, w, y: UnsafeMutablePointer<Double>
  }

  /// Variables, those with an upper bound first; both multiples of four.
  let count: Int
  let bounded: Int
  /// The part's rows, then the border's.
  let rows: Int
  let x, s, costs: UnsafeMutablePointer<Double>
  /// Of those with an upper bound: distance to it, its price, and the bound.
  let v, w, uppers: UnsafeMutablePointer<Double>
  let y: UnsafeMutablePointer<Double>
  /// Of the part's rows; 0 for the border's.
  let rightSides: UnsafeMutablePointer<Double>
  /// What is missing from the equations of prices.
  let missing: UnsafeMutablePointer<Double>
  /// What is missing from rows; of the border's, what this part's variables take.
  let missingRows: UnsafeMutablePointer<Double>
  /// `Θ`, and what the products `x·s` and `v·w` are to change by.
  let weights, below, above: UnsafeMutablePointer<Double>
  /// The direction so far, and a correction of it.
  let best, trial: Direction
  private let numbers: UnsafeMutablePointer<Double>

  init(count: Int, bounded: Int, rows: Int) {
    (self.count, self.bounded, self.rows) = (count, bounded, rows)
    let size = 10 * count + 8 * bounded + 5 * rows
    numbers = .allocate(capacity: size)
    numbers.initialize(repeating: 0, count: size)
    var next = numbers
    func take(_ length: Int) -> UnsafeMutablePointer<Double> {
      defer { next += length }
      return next
    }
    func direction() -> Direction {
      Direction(x: take(count), s: take(count), v: take(bounded), w: take(bounded), y: take(rows))
    }
    (x, s, costs, missing, weights, below) = (
      take(count), take(count), take(count), take(count), take(count), take(count)
    )
    (v, w, uppers, above) = (take(bounded), take(bounded), take(bounded), take(bounded))
    (y, rightSides, missingRows) = (take(rows), take(rows), take(rows))
    (best, trial) = (direction(), direction())
  }

  deinit { numbers.deallocate() }
}

extension UnsafeMutablePointer<Double> {
  /// Four numbers side by side.
  subscript(lanes first: Int) -> SIMD4<Double> {
    @inline(__always) get { UnsafeRawPointer(self + first).loadUnaligned(as: SIMD4<Double>.self) }
    @inline(__always) nonmutating set {
      UnsafeMutableRawPointer(self + first).storeBytes(of: newValue, as: SIMD4<Double>.self)
    }
  }
}

extension SIMD4<Double> {
  @inline(__always)
  var magnitudes: SIMD4<Double> { replacing(with: -self, where: self .< 0) }
}

/// The greater of each two.
@inline(__always)
func greater(_ one: SIMD4<Double>, _ other: SIMD4<Double>) -> SIMD4<Double> {
  one.replacing(with: other, where: other .> one)
}
