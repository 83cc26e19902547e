extension TimelineSimulator {
  /// Runs some pieces of a run, each by itself, and adds their counts in the order in which they are given.
  ///
  /// - Parameters:
  ///   - pieces: Ranges of replications, each beginning at a multiple of 256, that together are those from 0 on.
  ///   - seed: With the names, all that random numbers hang on.
  ///   - threads: At most so many run at once.
  /// - Returns: The timeline of all of them.
  package func run(inPieces pieces: [Range<Int>], seed: UInt64, threads: Int) -> Timeline? {
    let program = program(seed: seed)
    var tally = Tally(entries: entries.count, plan: coverage)
    for piece in pieces {
      let counts = Replications.run(piece, threads: threads, interruption: nil, progress: nil) {
        worker(program)
      }
      guard let counts else { return nil }
      tally.merge(counts)
    }
    return summary(tally, pieces.reduce(0) { $0 + $1.count }).timeline(seed: seed)
  }
}
