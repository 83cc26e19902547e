/// Finds the valid name that a mistyped one was probably meant to be.
struct NearestName {
  /// Names compared in all before hints stop: a file full of mistakes must still be read in linear time.
  private var budget = 1_000_000

  /// The nearest candidate, ties by their order as text; `nil` where none is near.
  mutating func nearest(to name: String, among candidates: some Collection<String>) -> String? {
    guard name.utf8.count <= 100, candidates.count <= budget else { return nil }
    budget -= candidates.count
    let wanted = Array(name.lowercased().utf8)
    let furthest = max(1, wanted.count / 3)
    var best: (distance: Int, name: String)?
    for candidate in candidates where abs(candidate.utf8.count - wanted.count) <= furthest {
      let distance = Self.distance(wanted, Array(candidate.lowercased().utf8))
      guard distance <= furthest else { continue }
      if best.map({ (distance, candidate) < $0 }) ?? true { best = (distance, candidate) }
    }
    return best?.name
  }

  /// Insertions, deletions, replacements and swaps of neighbours that lead from one to the other.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    var current = last
    for row in 0..<left.count {
      current[0] = row + 1
      for column in 0..<right.count {
        let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
        current[column + 1] = min(replaced, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          current[column + 1] = min(current[column + 1], beforeLast[column - 1] + 1)
        }
      }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[right.count]
  }
}
