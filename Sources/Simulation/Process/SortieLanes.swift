/// Sorties of one element on few carriers that no season slows, many draws side by side.
///
/// The carriers of a draw are kept in the order in which they are free: the first flies next, and its end is put in
/// its place among the others by comparisons alone.
package enum SortieLanes {
  /// Beyond so many a heap takes fewer steps.
  static let mostCarriers = 8
  /// Draws side by side: what is reckoned stays near the processor.
  private static let block = 256

  /// Ends of the last sorties of the draws from `first` on, all carriers free at the start.
  package static func ends(
    of cycles: [[Double]], at first: Int, carriers: Int, from starts: [Double]
  ) -> [Double] {
    var ends: [Double] = []
    ends.reserveCapacity(starts.count)
    for draw in stride(from: 0, to: starts.count, by: block) {
      let begun = Array(starts[draw..<min(draw + block, starts.count)])
      var latest = begun
      var free = [Double](repeating: -.infinity, count: carriers * begun.count)
      for cycle in cycles { fly(begun, cycle, at: first + draw, &free, &latest) }
      ends += latest
    }
    return ends
  }

  // One loop, one job: the compiler vectorises them only so.
  @inline(never)
  private static func fly(
    _ starts: [Double], _ cycle: [Double], at first: Int, _ free: inout [Double], _ ends: inout [Double]
  ) {
    let (starts, cycle) = (starts.span, cycle.span.extracting(first...))
    var ends = ends.mutableSpan
    var free = free.mutableSpan
    let count = ends.count
    precondition(starts.count == count && cycle.count >= count && free.count >= count)
    for draw in 0..<count {
      let end = later(starts[draw], free[draw]) + cycle[draw]
      ends[draw] = later(ends[draw], end)
      free[draw] = end
    }
    for carrier in stride(from: 0, to: free.count &- count, by: count) {
      for draw in 0..<count {
        let (one, other) = (free[carrier &+ draw], free[carrier &+ count &+ draw])
        free[carrier &+ draw] = one < other ? one : other
        free[carrier &+ count &+ draw] = later(one, other)
      }
    }
  }
}
