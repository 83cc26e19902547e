/// Applies `transform` to `0 ..< count` on up to `threads` threads, and returns the results in order.
///
/// `transform` must depend on its argument alone, so that threads cannot change a result.
func parallelMap<Result: Sendable>(
  count: Int, threads: Int, _ transform: @Sendable (Int) -> Result
) -> [Result] {
  guard threads > 1, count > 1 else { return (0..<count).map(transform) }
  return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
    // Each number belongs to one thread, so no two write the same element.
    nonisolated(unsafe) let results = buffer
    concurrently(count: count, threads: threads) { number in
      results.initializeElement(at: number, to: transform(number))
    }
    initialized = count
  }
}
