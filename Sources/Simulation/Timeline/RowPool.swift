/// Numbers of rows, given out anew when nobody reads them any more: fewer rows stay closer to the processor.
struct RowPool {
  private(set) var count = 0
  private var free: [Int] = []

  mutating func take() -> Int {
    if let row = free.popLast() { return row }
    count += 1
    return count - 1
  }

  mutating func give(back row: Int) { free.append(row) }
}
