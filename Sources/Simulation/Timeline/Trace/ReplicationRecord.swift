/// What is written down of one replication while it is run, by index, before it is told in names.
struct ReplicationRecord {
  /// One time that an activity is gone through.
  struct Doing {
    /// In the graph of all units.
    var activity: Int
    /// When it could begin, or came to its queue; infinite for never.
    var start: Double
    /// From when until when carriers or servers were held; empty where there was no queue.
    var services: [Service] = []
    /// When its own days were over, before risk events; infinite for never.
    var end: Double = .infinity
    /// Days of work as drawn, without what seasons add, over all its services.
    var work = 0.0
    var strikes: [Strike] = []
  }

  struct Service {
    var from: Double
    var until: Double
  }

  /// A risk event that struck at an activity's end.
  struct Strike {
    /// Index in the scenario.
    var risk: Int
    var at: Double
    /// When a delay was over; the same where it sent back; infinite where it cancelled.
    var until: Double
  }

  /// In the order in which they began to be written down; what never began is not there.
  var doings: [Doing] = []
  /// By activity: when all that comes after it may go on; infinite for never.
  var settled: [Double]
  /// By the scenario's gate: when it opens; infinite for never.
  var gates: [Int: Double] = [:]

  init(activities: Int) { settled = [Double](repeating: .infinity, count: activities) }

  /// Changes the last time that an activity was gone through.
  mutating func change(last activity: Int, _ body: (inout Doing) -> Void) {
    guard let place = doings.lastIndex(where: { $0.activity == activity }) else { return }
    body(&doings[place])
  }
}
