/// What a thread counts of causes, and of the timeline where that is asked.
struct CauseCounts: MergeableCounts {
  var causes: CauseTally
  var timeline: Tally?

  mutating func merge(_ other: CauseCounts) {
    causes.merge(other.causes)
    if let more = other.timeline { timeline?.merge(more) }
  }
}

/// Counts how the causes of a plan are felt; owned by one thread.
struct CauseWorker: BlockWorker {
  private var counter: CauseCounter
  private let withTimeline: Bool

  init(_ counter: CauseCounter, withTimeline: Bool) {
    self.counter = counter
    self.withTimeline = withTimeline
  }

  var counts: CauseCounts {
    CauseCounts(causes: counter.tally, timeline: withTimeline ? counter.times.timeline : nil)
  }

  mutating func run(block: Int, counting replications: Int) {
    counter.run(block: block, counting: replications, withTimeline: withTimeline)
  }
}
