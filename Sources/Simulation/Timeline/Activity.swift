/// One thing that a planned unit does, in the graph of all units of the plan.
struct Activity: Sendable {
  enum Kind: Sendable {
    /// The request or the warning, on a given day, or never where the pledge does not come true.
    case request
    /// Days of work, or none.
    case work
    /// Waits its turn in a queue, then is served.
    case job
    /// All is done: the unit is there.
    case arrival
  }

  var unit: Int
  /// Activities, all earlier in the list; empty only for the request.
  var after: [Int]
  /// Indexes of the scenario's gates.
  var gates: [Int]
  var kind: Kind
  /// Of a request.
  var day = 0.0
  /// Of the days of work, or of each service; `nil` where there are none.
  var law: Distribution?
  /// Draws that it takes: at most one for work, for a job as often as it is served.
  var services = 0
  var season: SeasonCalendar?
  var stage: String
  /// Whether its days are those of carriers, not of the unit.
  var isLift = false
  /// The queue that a job waits in.
  var queue: Int?
  /// Risk events that may strike at its end; what they send back to as activities.
  var risks: [StageGraph.Risk] = []
}

/// Something that units wait for in turn: a lift pool or a resource.
struct QueuePlan: Sendable, Equatable {
  var isLift: Bool
  /// Index of the scenario's pool or resource.
  var index: Int
  var servers: Int
  /// Carriers that supports add for a time.
  var extras: [ServerLine.Extra] = []

  var line: ServerLine { ServerLine(count: servers, extras: extras) }
}

extension Scenario {
  /// Carriers that supports add to a lift pool, each from one day until another.
  func extraCarriers(of pool: String) -> [ServerLine.Extra] {
    supports.filter { $0.kind == .lift && $0.pool == pool }.flatMap { support in
      let extra = ServerLine.Extra(from: Double(support.from), until: Double(support.until))
      return [ServerLine.Extra](repeating: extra, count: support.carriers)
    }
  }
}
