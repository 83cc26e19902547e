internal import Dispatch

/// Runs `work` for `0 ..< count` on up to `threads` threads, whichever is free taking the next.
///
/// `work` must depend on its argument alone, and write to nothing that another's reads.
func concurrently(count: Int, threads: Int, _ work: @Sendable (Int) -> Void) {
  guard threads > 1, count > 1 else {
    for number in 0..<count { work(number) }
    return
  }
  let next = Guarded(0)
  DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
    while true {
      let number = next.withLock { number in
        defer { number += 1 }
        return number
      }
      guard number < count else { return }
      work(number)
    }
  }
}

extension Array where Element: Sendable {
  /// Changes every element on up to `threads` threads, each element on one.
  mutating func changeEach(threads: Int, _ change: @Sendable (inout Element) -> Void) {
    withUnsafeMutableBufferPointer { buffer in
      // Each number belongs to one thread, so no two change the same element.
      nonisolated(unsafe) let elements = buffer
      concurrently(count: elements.count, threads: threads) { change(&elements[$0]) }
    }
  }
}
