/// The risk events that may strike at the end of one stage of one unit, in the order in which they are met.
struct RiskCheck: Sendable {
  enum Effect: Sendable {
    case delay
    case cancel
    /// Back to an earlier stage, without queues on the way.
    case sendBack
    /// Back to an earlier stage, where this or another event of the check, or one on the way, leads to a queue:
    /// for the event runner to resolve.
    case sendBackToQueue
  }

  struct Risk: Sendable {
    var key: StreamKey
    var stream: StreamName
    var visit: UInt32
    var chance: WordThreshold
    var effect: Effect
    /// Index of the program's draw of the delay, or -1.
    var delay: Int
    /// Index of the program's rework, or -1.
    var rework: Int
  }

  /// So often is a unit sent back at most; then it never comes.
  static let mostTurns = 1_000

  var risks: [Risk]
}

/// What is done again when a risk event sends a unit back, without queues on the way.
struct Rework: Sendable {
  struct Task: Sendable {
    /// Earlier tasks of the same rework; empty starts when sent back.
    var after: [Int]
    /// Index of the program's draw, or -1 where there is nothing to do.
    var draw: Int
    /// Index of the program's calendar, or -1.
    var calendar: Int
    /// Index of the program's check at its end, or -1; not that of the last task, which sent back.
    var check: Int
  }

  /// Each after those it waits for.
  var tasks: [Task]
}
