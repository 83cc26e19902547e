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

  /// Factors the first `width` rows of a panel in place, `stride` numbers a row: they become the lower triangle `L`
  /// of `L·Lᵀ`.
  static func factor(_ panel: UnsafeMutablePointer<Double>, width: Int, stride: Int) {
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
  }

  /// Makes `rows` rows their solutions against such a triangle.
  static func solve(
    _ first: UnsafeMutablePointer<Double>, rows: Int, against panel: UnsafeMutablePointer<Double>, width: Int,
    stride: Int
  ) {
    var row = 0
    while row + 8 <= rows {
      solveEight(first + row * stride, panel, width, stride)
      row += 8
    }
    while row < rows {
      let own = first + row * stride
      for column in 0..<width {
        let other = panel + column * stride
        own[column] = (own[column] - dot(own, other, column)) / other[column]
      }
      row += 1
    }
  }

  /// Eight rows side by side against a lower triangle.
  @inline(__always)
  private static func solveEight(
    _ a: UnsafeMutablePointer<Double>, _ triangle: UnsafeMutablePointer<Double>, _ width: Int, _ stride: Int
  ) {
    let (b, c, d) = (a + stride, a + 2 * stride, a + 3 * stride)
    let (e, f, g, h) = (a + 4 * stride, a + 5 * stride, a + 6 * stride, a + 7 * stride)
    for column in 0..<width {
      let other = triangle + column * stride
      var (sa, sb, sc, sd) = (
        SIMD2<Double>.zero, SIMD2<Double>.zero, SIMD2<Double>.zero, SIMD2<Double>.zero
      )
      var (se, sf, sg, sh) = (
        SIMD2<Double>.zero, SIMD2<Double>.zero, SIMD2<Double>.zero, SIMD2<Double>.zero
      )
      // An odd last number meets a 0 of the triangle's own upper half.
      for k in Swift.stride(from: 0, to: column, by: 2) {
        let right = k + 1 < column ? pair(other, k) : SIMD2(other[k], 0)
        sa += pair(a, k) * right
        sb += pair(b, k) * right
        sc += pair(c, k) * right
        sd += pair(d, k) * right
        se += pair(e, k) * right
        sf += pair(f, k) * right
        sg += pair(g, k) * right
        sh += pair(h, k) * right
      }
      let inverse = 1 / other[column]
      a[column] = (a[column] - sa.sum()) * inverse
      b[column] = (b[column] - sb.sum()) * inverse
      c[column] = (c[column] - sc.sum()) * inverse
      d[column] = (d[column] - sd.sum()) * inverse
      e[column] = (e[column] - se.sum()) * inverse
      f[column] = (f[column] - sf.sum()) * inverse
      g[column] = (g[column] - sg.sum()) * inverse
      h[column] = (h[column] - sh.sum()) * inverse
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

  /// Takes two columns of the lower triangle of `all · allᵀ` from where its rows lie; next to the diagonal one number
  /// above it, too.
  ///
  /// - Parameters:
  ///   - all: Rows of `length` numbers.
  ///   - rows: Of the triangle.
  ///   - column: The first of the two.
  ///   - length: An even number; the last of a row may be 0.
  ///   - isPair: Whether there is a second.
  ///   - target: Where the columns lie of each of `rows`.
  static func takeSquare(
    _ all: UnsafePointer<Double>, rows: Range<Int>, column: Int, length: Int, isPair: Bool,
    from target: (Int) -> UnsafeMutablePointer<Double>
  ) {
    var row = rows.lowerBound
    let left = all + column * length
    if isPair {
      while row + 4 <= rows.upperBound {
        let sums = tile(all + row * length, left, length)
        take(sums.0, from: target(row))
        take(sums.1, from: target(row + 1))
        take(sums.2, from: target(row + 2))
        take(sums.3, from: target(row + 3))
        row += 4
      }
    }
    while row < rows.upperBound {
      let own = target(row)
      own[0] -= dot(all + row * length, left, length)
      if isPair { own[1] -= dot(all + row * length, left + length, length) }
      row += 1
    }
  }

  @inline(__always)
  private static func take(_ sums: SIMD2<Double>, from target: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(target).storeBytes(of: pair(target, 0) - sums, as: SIMD2<Double>.self)
  }

  /// Products of four rows with two.
  @inline(__always)
  private static func tile(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ length: Int) -> (
    SIMD2<Double>, SIMD2<Double>, SIMD2<Double>, SIMD2<Double>
  ) {
    var (s00, s01, s10, s11) = (
      SIMD2<Double>.zero, SIMD2<Double>.zero, SIMD2<Double>.zero, SIMD2<Double>.zero
    )
    var (s20, s21, s30, s31) = (
      SIMD2<Double>.zero, SIMD2<Double>.zero, SIMD2<Double>.zero, SIMD2<Double>.zero
    )
    let (a1, a2, a3, b1) = (a + length, a + 2 * length, a + 3 * length, b + length)
    var k = 0
    while k < length {
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
    return (
      SIMD2(s00.sum(), s01.sum()), SIMD2(s10.sum(), s11.sum()), SIMD2(s20.sum(), s21.sum()),
      SIMD2(s30.sum(), s31.sum())
    )
  }

  /// `Σ rows[r][k]·a[k]` for four rows, which lie `stride` numbers apart.
  @inline(__always)
  static func dotFour(
    _ rows: UnsafePointer<Double>, _ stride: Int, _ a: UnsafePointer<Double>, _ count: Int
  ) -> SIMD4<Double> {
    let (r1, r2, r3) = (rows + stride, rows + 2 * stride, rows + 3 * stride)
    var (s0, s1, s2, s3) = (
      SIMD2<Double>.zero, SIMD2<Double>.zero, SIMD2<Double>.zero, SIMD2<Double>.zero
    )
    var k = 0
    while k + 2 <= count {
      let right = pair(a, k)
      s0 += pair(rows, k) * right
      s1 += pair(r1, k) * right
      s2 += pair(r2, k) * right
      s3 += pair(r3, k) * right
      k += 2
    }
    var sums = SIMD4(s0.sum(), s1.sum(), s2.sum(), s3.sum())
    if k < count { sums += SIMD4(rows[k], r1[k], r2[k], r3[k]) * a[k] }
    return sums
  }

  /// `a[k] -= Σ factors[r]·rows[r][k]` for four rows.
  @inline(__always)
  static func subtractFour(
    _ rows: UnsafePointer<Double>, _ stride: Int, times factors: SIMD4<Double>,
    from a: UnsafeMutablePointer<Double>, _ count: Int
  ) {
    let (r1, r2, r3) = (rows + stride, rows + 2 * stride, rows + 3 * stride)
    var k = 0
    while k + 2 <= count {
      let sum =
        (factors[0] * pair(rows, k) + factors[1] * pair(r1, k))
        + (factors[2] * pair(r2, k) + factors[3] * pair(r3, k))
      UnsafeMutableRawPointer(a + k).storeBytes(of: pair(a, k) - sum, as: SIMD2<Double>.self)
      k += 2
    }
    if k < count { a[k] -= (factors * SIMD4(rows[k], r1[k], r2[k], r3[k])).sum() }
  }
}
