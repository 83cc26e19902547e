/// Days that are marked, found again in order: a bit a day.
struct DayMarks: Sendable {
  private(set) var words: [UInt64]

  init(days: Int) { words = [UInt64](repeating: 0, count: (days + 63) / 64) }

  @inline(__always)
  mutating func mark(_ day: Int) { words[day &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: day & 63) }

  /// Takes out the earliest mark at or after word `word`, which moves on with it; `nil` where none is left.
  @inline(__always)
  mutating func popFirst(from word: inout Int) -> Int? {
    while word < words.count {
      let bits = words[word]
      if bits != 0 {
        words[word] = bits & (bits &- 1)
        return word &<< 6 | bits.trailingZeroBitCount
      }
      word &+= 1
    }
    return nil
  }
}

/// Changes by day, gathered in any order and taken out in order of days.
///
/// - Complexity: A change is O(1); taking all out is one look at 64 days each.
struct DayChanges: Sendable {
  private var changes: [Int64]
  private var marks: DayMarks

  init(days: Int) {
    changes = [Int64](repeating: 0, count: days)
    marks = DayMarks(days: days)
  }

  @inline(__always)
  mutating func add(_ change: Int64, on day: Int) {
    changes[day] &+= change
    marks.mark(day)
  }

  /// Takes out the earliest day at or after 64 times `word`, which moves on with it.
  @inline(__always)
  mutating func popFirst(from word: inout Int) -> (day: Int, change: Int64)? {
    guard let day = marks.popFirst(from: &word) else { return nil }
    let change = changes[day]
    changes[day] = 0
    return (day, change)
  }
}
