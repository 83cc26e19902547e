/// Where values stand along a line, and which of them are named.
package struct Scale: Sendable {
  package let domain: ClosedRange<Double>
  package let range: ClosedRange<Double>
  private let isReversed: Bool

  /// - Parameters:
  ///   - domain: Values; an empty one is made one wide.
  ///   - range: Points.
  ///   - isReversed: Whether larger values have smaller coordinates, as upwards on a page.
  package init(_ domain: ClosedRange<Double>, to range: ClosedRange<Double>, isReversed: Bool = false) {
    let isEmpty = domain.upperBound <= domain.lowerBound
    self.domain = isEmpty ? domain.lowerBound...domain.lowerBound + 1 : domain
    self.range = range
    self.isReversed = isReversed
  }

  /// The point of a value; values beyond the ends stand at the ends.
  package func callAsFunction(_ value: Double) -> Double {
    let part = (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
    let held = min(1, max(0, part))
    let width = range.upperBound - range.lowerBound
    return isReversed ? range.upperBound - held * width : range.lowerBound + held * width
  }

  /// Round values within the domain, at most so many: steps of 1, 2 or 5 times a power of ten.
  package func ticks(most: Int) -> [Double] {
    let width = domain.upperBound - domain.lowerBound
    var step = 1e-9
    var multiples = [2, 2.5, 2].makeIterator()
    while width / step > Double(max(1, most - 1)) {
      if let next = multiples.next() {
        step *= next
      } else {
        multiples = [2, 2.5, 2].makeIterator()
      }
    }
    let first = (domain.lowerBound / step - 1e-9).rounded(.up)
    let last = (domain.upperBound / step + 1e-9).rounded(.down)
    return first > last ? [] : (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  /// Round days, at most so many: multiples of 10, 30, 60, 90, 180, 360 and so on.
  package func dayTicks(most: Int) -> [Double] {
    let width = domain.upperBound - domain.lowerBound
    let steps: [Double] = [1, 5, 10, 30, 60, 90, 180, 360, 720, 1_800, 3_600, 7_200, 18_000, 36_000]
    let step = steps.first { width / $0 <= Double(max(1, most - 1)) } ?? 72_000
    let first = (domain.lowerBound / step - 1e-9).rounded(.up)
    let last = (domain.upperBound / step + 1e-9).rounded(.down)
    return first > last ? [] : (0...Int(last - first)).map { (first + Double($0)) * step }
  }
}
