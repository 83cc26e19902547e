import Dispatch
import Synchronization

/// What blocks of replications are counted in: whole numbers, so that merging is exact in any order.
protocol MergeableCounts: Sendable {
  mutating func merge(_ other: Self)
}

/// Runs blocks and counts what happens in them; owned by one thread.
protocol BlockWorker: SendableMetatype {
  associatedtype Counts: MergeableCounts
  var counts: Counts { get }
  /// Runs the block's 256 replications and counts the first so many.
  mutating func run(block: Int, counting replications: Int)
}

/// Runs blocks of replications on several threads.
///
/// Each thread has a worker of its own and takes the next block that nobody has; what a block counts depends
/// on its number alone, and counts are whole numbers, so that who took which makes no difference.
enum Replications {
  /// Reports of progress in a run.
  private static let reports = 20
  /// Blocks that a thread takes at once in a long run, so that threads seldom meet where blocks are handed out.
  private static let mostAtOnce = 8

  /// All counts; `nil` where interrupted.
  ///
  /// `make` makes the worker of one thread; `progress` is told the share that is done, 0 … 1, from any
  /// thread.
  static func run<Worker: BlockWorker>(
    _ replications: Range<Int>, threads: Int, interruption: Interruption?,
    progress: (@Sendable (Double) -> Void)?, make: @Sendable () -> Worker
  ) -> Worker.Counts? {
    let size = BlockRows.size
    let first = replications.lowerBound / size
    precondition(first * size == replications.lowerBound, "replications begin within a block")
    let blocks = (replications.count + size - 1) / size
    let workers = max(1, min(threads, blocks))
    let share = max(1, min(mostAtOnce, blocks / (workers * 64)))
    let next = Atomic(0)
    let done = Atomic(0)
    let tallies = Guarded([Worker.Counts?](repeating: nil, count: workers))
    DispatchQueue.concurrentPerform(iterations: workers) { number in
      var worker = make()
      taking: while true {
        let begin = next.wrappingAdd(share, ordering: .relaxed).oldValue
        guard begin < blocks else { break }
        let own = begin..<min(begin + share, blocks)
        for block in own {
          if interruption?.isRaised == true { break taking }
          worker.run(block: first + block, counting: min(size, replications.count - block * size))
        }
        let finished = done.wrappingAdd(own.count, ordering: .relaxed).newValue
        if finished * reports / blocks > (finished - own.count) * reports / blocks {
          progress?(Double(finished) / Double(blocks))
        }
      }
      tallies.withLock { $0[number] = worker.counts }
    }
    guard interruption?.isRaised != true || done.load(ordering: .relaxed) == blocks else { return nil }
    return tallies.withLock { merged($0.compactMap(\.self)) }
  }

  private static func merged<Counts: MergeableCounts>(_ tallies: [Counts]) -> Counts? {
    guard var all = tallies.first else { return nil }
    for tally in tallies.dropFirst() { all.merge(tally) }
    return all
  }
}
