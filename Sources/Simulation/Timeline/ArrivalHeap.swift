/// Arrivals in the order of their keys, the earliest first.
struct ArrivalHeap {
  private var keys: [UInt64] = []

  mutating func push(_ key: UInt64) {
    var place = keys.count
    keys.append(key)
    while place > 0 {
      let parent = (place - 1) / 2
      guard keys[parent] > key else { break }
      keys[place] = keys[parent]
      place = parent
    }
    keys[place] = key
  }

  /// Takes out the earliest; `nil` where none is left.
  mutating func pop() -> UInt64? {
    guard let first = keys.first, let last = keys.popLast() else { return nil }
    if !keys.isEmpty { sink(last) }
    return first
  }

  /// Puts a key in the place of the first.
  private mutating func sink(_ key: UInt64) {
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < keys.count else { break }
      if child + 1 < keys.count, keys[child + 1] < keys[child] { child += 1 }
      guard keys[child] < key else { break }
      keys[place] = keys[child]
      place = child
    }
    keys[place] = key
  }
}
