/// Comparisons that put any so many keys in order: Batcher's merging of places that are even and odd.
///
/// Which keys are compared hangs on their number alone, so that many columns of keys are sorted side by side by
/// plain loops, without a branch.
///
/// Source: D. Knuth, "The Art of Computer Programming", volume 3, algorithm 5.2.2M.
package struct SortingNetwork: Sendable {
  private struct Comparison: Sendable {
    var lower: Int
    var upper: Int
  }

  /// Keys in a column.
  package let count: Int
  private let comparisons: [Comparison]

  package init(count: Int) {
    self.count = count
    var comparisons: [Comparison] = []
    let half = count < 2 ? 0 : 1 << (Int.bitWidth - (count - 1).leadingZeroBitCount - 1)
    var width = half
    while width > 0 {
      var (step, offset, distance) = (half, 0, width)
      while true {
        for place in 0..<count - distance where place & width == offset {
          comparisons.append(Comparison(lower: place, upper: place + distance))
        }
        if step == width { break }
        (distance, step, offset) = (step - width, step / 2, width)
      }
      width /= 2
    }
    self.comparisons = comparisons
  }

  /// Sorts the first `columns` columns of rows that begin `stride` apart.
  @inline(__always)
  package func sort<Key: Comparable & BitwiseCopyable>(_ keys: inout [Key], columns: Int, stride: Int) {
    precondition(0 <= columns && columns <= stride && count * stride <= keys.count)
    keys.withUnsafeMutableBufferPointer { keys in
      guard let first = keys.baseAddress else { return }
      for number in comparisons.indices {
        let comparison = comparisons[number]
        // Both rows are among the first `count`, so that they end within the buffer; they never overlap.
        let (lower, upper) = (first + comparison.lower * stride, first + comparison.upper * stride)
        for column in 0..<columns {
          let (one, other) = (lower[column], upper[column])
          // As processors have it, one instruction each.
          lower[column] = one < other ? one : other
          upper[column] = one > other ? one : other
        }
      }
    }
  }
}
