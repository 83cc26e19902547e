/// Small dense kernels on rows of numbers that lie one behind the other.
///
/// Safety of the pointers: each kernel reads and writes only the lengths that it is told; callers hand out parts of
/// one array that they hold alone for as long as the call lasts.
enum DenseKernels {
  /// Pivots below this share of what they began with are taken as dependent on the rows before.
  private static let dependent = 1e-13
  /// What stands for the pivot of a dependent row: its unknown becomes 0.
  private static let barred = 1e64

  /// `Σ a[k]·b[k]`.
  @inline(__always)
  static func dot(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ count: Int) -> Double {
    var (first, second) = (SIMD2<Double>.zero, SIMD2<Double>.zero)
    var k = 0
    while k + 4 <= count {
      first += pair(a, k) * pair(b, k)
      second += pair(a, k + 2) * pair(b, k + 2)
      k += 4
    }
    var sum = (first + second).sum()
    while k < count {
      sum += a[k] * b[k]
      k += 1
    }
    return sum
  }

  @inline(__always)
  private static func pair(_ a: UnsafePointer<Double>, _ k: Int) -> SIMD2<Double> {
    UnsafeRawPointer(a + k).loadUnaligned(as: SIMD2<Double>.self)
  }

  /// Factors a panel of `rows` × `width` in place, `stride` numbers a row: its first `width` rows become the
  /// lower triangle `L` of `L·Lᵀ`, each row below its solution against `L`.
  static func factor(_ panel: UnsafeMutablePointer<Double>, rows: Int, width: Int, stride: Int) {
    for row in 0..<width {
      let own = panel + row * stride
      for column in 0..<row {
        let other = panel + column * stride
        own[column] = (own[column] - dot(own, other, column)) / other[column]
      }
      let rest = own[row] - dot(own, own, row)
      own[row] = rest > dependent * own[row] ? rest.squareRoot() : barred
      for column in (row + 1)..<stride where column < stride { own[column] = 0 }
    }
    var row = width
    while row + 4 <= rows {
      solveFour(panel + row * stride, panel, width, stride)
      row += 4
    }
    while row < rows {
      let own = panel + row * stride
      for column in 0..<width {
        let other = panel + column * stride
        own[column] = (own[column] - dot(own, other, column)) / other[column]
      }
      row += 1
    }
  }

  /// Four rows, one after the other, against a lower triangle.
  @inline(__always)
  private static func solveFour(
    _ a: UnsafeMutablePointer<Double>, _ triangle: UnsafeMutablePointer<Double>, _ width: Int, _ stride: Int
  ) {
    let (b, c, d) = (a + stride, a + 2 * stride, a + 3 * stride)
    for column in 0..<width {
      let other = triangle + column * stride
      var (sa, sb, sc, sd) = (
        SIMD2<Double>.zero, SIMD2<Double>.zero, SIMD2<Double>.zero, SIMD2<Double>.zero
      )
      var k = 0
      while k + 2 <= column {
        let right = pair(other, k)
        sa += pair(a, k) * right
        sb += pair(b, k) * right
        sc += pair(c, k) * right
        sd += pair(d, k) * right
        k += 2
      }
      var rest = SIMD4(sa.sum(), sb.sum(), sc.sum(), sd.sum())
      if k < column { rest += SIMD4(a[k], b[k], c[k], d[k]) * other[k] }
      let inverse = 1 / other[column]
      a[column] = (a[column] - rest[0]) * inverse
      b[column] = (b[column] - rest[1]) * inverse
      c[column] = (c[column] - rest[2]) * inverse
      d[column] = (d[column] - rest[3]) * inverse
    }
  }

  /// `a[k] -= factor·b[k]`.
  @inline(__always)
  static func subtract(
    _ b: UnsafePointer<Double>, times factor: Double, from a: UnsafeMutablePointer<Double>, _ count: Int
  ) {
    var k = 0
    while k + 2 <= count {
      UnsafeMutableRawPointer(a + k).storeBytes(of: pair(a, k) - factor * pair(b, k), as: SIMD2<Double>.self)
      k += 2
    }
    if k < count { a[k] -= factor * b[k] }
  }

  /// Lower triangle of `rows · rowsᵀ`, for `count` rows of `stride` numbers (an even number, the last perhaps 0).
  static func square(
    _ rows: UnsafePointer<Double>, count: Int, stride: Int, into result: UnsafeMutablePointer<Double>
  ) {
    var i = 0
    while i < count {
      let height = min(4, count - i)
      var j = 0
      while j < i + height {
        if height == 4, j + 2 <= count {
          tile(rows + i * stride, rows + j * stride, stride, result + i * count + j, count)
          j += 2
        } else {
          for k in i..<(i + height) {
            result[k * count + j] = dot(rows + k * stride, rows + j * stride, stride)
          }
          j += 1
        }
      }
      i += height
    }
  }

  /// Four rows against two.
  @inline(__always)
  private static func tile(
    _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ stride: Int,
    _ result: UnsafeMutablePointer<Double>, _ step: Int
  ) {
    var (s00, s01, s10, s11) = (
      SIMD2<Double>.zero, SIMD2<Double>.zero, SIMD2<Double>.zero, SIMD2<Double>.zero
    )
    var (s20, s21, s30, s31) = (
      SIMD2<Double>.zero, SIMD2<Double>.zero, SIMD2<Double>.zero, SIMD2<Double>.zero
    )
    let (a1, a2, a3, b1) = (a + stride, a + 2 * stride, a + 3 * stride, b + stride)
    var k = 0
    while k < stride {
      let (left, right) = (pair(b, k), pair(b1, k))
      let (v0, v1, v2, v3) = (pair(a, k), pair(a1, k), pair(a2, k), pair(a3, k))
      s00 += v0 * left
      s01 += v0 * right
      s10 += v1 * left
      s11 += v1 * right
      s20 += v2 * left
      s21 += v2 * right
      s30 += v3 * left
      s31 += v3 * right
      k += 2
    }
    (result[0], result[1]) = (s00.sum(), s01.sum())
    (result[step], result[step + 1]) = (s10.sum(), s11.sum())
    (result[2 * step], result[2 * step + 1]) = (s20.sum(), s21.sum())
    (result[3 * step], result[3 * step + 1]) = (s30.sum(), s31.sum())
  }
}
