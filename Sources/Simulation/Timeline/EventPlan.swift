/// Queues that wait for one another in a circle, or for who is sent back to them, and all that comes after
/// them: run event by event.
struct EventPlan: Sendable {
  struct Task: Sendable {
    /// Earliest start by what is known before, then the end; -1 for what is only done when sent back.
    var row: Int
    /// Tasks of the group that it waits for.
    var waitsFor: Int
    /// Tasks of the group that wait for it.
    var next: [Int]
    /// Index in ``lines``, or -1 for work without a queue.
    var queue: Int
    /// Of the program; one for each service, at most one for work.
    var draws: Range<Int>
    /// Index of the program's calendar, or -1.
    var calendar: Int
    /// Place of a job among those who come at the same time; -1 for work.
    var rank: Int
    /// Index of the program's check at its end, or -1.
    var check: Int
    /// Index of the way back in whose turns it is done, or -1 for the first time.
    var turnOf: Int
    /// Index of the way back that is taken where its check sends back, or -1.
    var wayBack: Int
    /// The unit that is there when it ends, and whose coverage opens gates of the group; -1 for all else.
    var unit: Int
    /// In the graph of all units.
    var activity: Int
  }

  /// A gate that opens with the coverage of units of the group, at least one of them.
  struct Gate: Sendable {
    /// Index among the program's openings.
    var opening: Int
    /// Tasks of the group that wait for it.
    var next: [Int]
  }

  /// Where a stage is sent back to, with tasks for doing again what lies between.
  struct WayBack: Sendable {
    /// Index of the way back within whose turns this one is, or -1.
    var within: Int
    /// The task that first meets its check, before any turn of this way back.
    var first: Int
    /// By place of the risk event in the check; empty for one that does not send back.
    var tasks: [[Int]]
  }

  /// Each after those it waits for.
  var tasks: [Task] = []
  /// Of each queue of the group.
  var lines: [ServerLine] = []
  var waysBack: [WayBack] = []
  var gates: [Gate] = []
  /// By unit that opens gates: the draw of its stay, where it may be withdrawn.
  var stays: [Int: Int] = [:]
}
