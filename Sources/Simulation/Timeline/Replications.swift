import Dispatch
import Synchronization

/// Runs blocks of replications on several threads.
///
/// Each thread has a worker of its own and takes the next block that nobody has; what a block counts depends
/// on its number alone, and counts are whole numbers, so that who took which makes no difference.
enum Replications {
  /// Reports of progress in a run.
  private static let reports = 20

  /// All counts; `nil` where interrupted.
  ///
  /// `make` makes the worker of one thread; `progress` is told the share that is done, 0 … 1, from any
  /// thread.
  static func run(
    _ replications: Range<Int>, threads: Int, interruption: Interruption?,
    progress: (@Sendable (Double) -> Void)?, make: @Sendable () -> Worker
  ) -> Tally? {
    let size = BlockRows.size
    let first = replications.lowerBound / size
    precondition(first * size == replications.lowerBound, "replications begin within a block")
    let blocks = (replications.count + size - 1) / size
    let workers = max(1, min(threads, blocks))
    let next = Atomic(0)
    let done = Atomic(0)
    let tallies = Mutex([Tally?](repeating: nil, count: workers))
    DispatchQueue.concurrentPerform(iterations: workers) { number in
      var worker = make()
      while interruption?.isRaised != true {
        let block = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard block < blocks else { break }
        worker.run(block: first + block, counting: min(size, replications.count - block * size))
        let finished = done.wrappingAdd(1, ordering: .relaxed).newValue
        if finished * reports / blocks > (finished - 1) * reports / blocks {
          progress?(Double(finished) / Double(blocks))
        }
      }
      tallies.withLock { $0[number] = worker.tally }
    }
    guard interruption?.isRaised != true || done.load(ordering: .relaxed) == blocks else { return nil }
    return tallies.withLock { merged($0.compactMap(\.self)) }
  }

  private static func merged(_ tallies: [Tally]) -> Tally? {
    guard var all = tallies.first else { return nil }
    for tally in tallies.dropFirst() { all.merge(tally) }
    return all
  }
}
