/// Follows the longest path of each unit that gets ready backwards, all replications of a block side by side: what
/// it waited for last, and what that waited for last.
///
/// A stage that waits for a gate after all before it have ended is critical, and they are not. Ties are all
/// critical.
struct CriticalPaths {
  /// An activity, without what it takes to copy one.
  private struct Link {
    var activity: Int
    var unit: Int
    /// Its stage's place among the causes, or -1.
    var stage: Int
    /// The place of its counts, or -1 where it is the only activity of its stage.
    var counts: Int
    var isArrival: Bool
    /// Among the activities before all links.
    var before: Range<Int>
  }

  /// Counts of a stage of several activities.
  private struct StageCounts {
    var stage: Int
    var met: ReplicationCounts
    var all: ReplicationCounts
  }

  /// The last activity first.
  private var links: [Link] = []
  private var before: [Int] = []
  private var counts: [StageCounts] = []
  /// By activity: where it is critical.
  private var isCritical: [ReplicationSet]

  init(graph: ActivityGraph, stageOf: [Int]) {
    let activities = Dictionary(grouping: stageOf.indices) { stageOf[$0] }
    var places: [Int: Int] = [:]
    for (stage, activities) in activities.sorted(by: { $0.key < $1.key })
    where stage >= 0 && activities.count > 1 {
      places[stage] = counts.count
      let none = ReplicationCounts(most: activities.count)
      counts.append(StageCounts(stage: stage, met: none, all: none))
    }
    for (index, activity) in graph.activities.enumerated().reversed() {
      links.append(
        Link(
          activity: index, unit: activity.unit, stage: stageOf[index], counts: places[stageOf[index]] ?? -1,
          isArrival: activity.kind == .arrival, before: before.count..<before.count + activity.after.count))
      before += activity.after
    }
    isCritical = [ReplicationSet](repeating: .none, count: graph.activities.count)
  }

  /// Counts in some replications how often each stage is critical, and of how many units that get ready it is a
  /// stage.
  mutating func follow(_ times: borrowing StageTimes, _ counted: ReplicationSet, _ tally: inout CauseTally) {
    for activity in isCritical.indices { isCritical[activity] = .none }
    for place in counts.indices {
      counts[place].met.clear()
      counts[place].all.clear()
    }
    for link in links {
      if link.isArrival { isCritical[link.activity] = times.isReady[link.unit] }
      let critical = isCritical[link.activity]
      if link.counts >= 0 {
        counts[link.counts].met.add(critical)
        counts[link.counts].all.add(times.isReady[link.unit])
      } else if link.stage >= 0 {
        tally.shares[link.stage].add(
          met: critical.intersection(counted).count,
          all: times.isReady[link.unit].intersection(counted).count)
      }
      for (number, place) in link.before.enumerated() {
        let isLast = times.last.replications(of: link.activity, after: number)
        isCritical[before[place]].form(union: critical.intersection(isLast))
      }
    }
    for counts in counts { tally.shares[counts.stage].add(met: counts.met, all: counts.all, of: counted) }
  }
}
