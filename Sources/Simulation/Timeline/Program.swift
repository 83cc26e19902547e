/// A plan compiled to loops over blocks of replications: a row holds one time a replication.
///
/// Steps refer to rows, draws, calendars and queues by index, so that running one touches no reference count.
struct Program: Sendable {
  enum Step: Sendable {
    /// Draws the day of the crisis.
    case pullTrigger
    /// Draws what a contributor's delays have in common.
    case drawCommon(Int)
    /// Every entry the same time.
    case fill(row: Int, Double)
    /// The day of request, or never where the pledge's word is not kept.
    case request(row: Int, day: Double, comes: Int)
    case copy(from: Int, to: Int)
    /// Each entry no earlier than the other row's.
    case raise(row: Int, to: Int)
    case open(row: Int, draw: Int)
    /// Each entry the day on which a need's coverage opens a gate.
    case openWithCoverage(row: Int, opening: Int)
    case work(row: Int, draw: Int)
    case stretchedWork(row: Int, draw: Int, calendar: Int)
    case serve(queue: Int)
    case runEvents
    /// Each entry as late as the risk events of a check make it.
    case meet(check: Int, row: Int)
    case arrive(unit: Int, row: Int)
    /// The same for a unit that is withdrawn after the days of a draw.
    case arriveForAStay(unit: Int, row: Int, draw: Int)
  }

  /// The random days of one task of one unit.
  struct Draw: Sendable {
    var key: StreamKey
    var stream: StreamName
    var visit: UInt32
    var law: Int
    /// Index of what it moves with, or -1.
    var common = -1
  }

  /// What the delays of one contributor have in common.
  struct Common: Sendable {
    var key: StreamKey
    var copula: NormalCopula
  }

  /// Whether a pledge keeps its word.
  struct Coming: Sendable {
    var key: StreamKey
    var chance: WordThreshold
  }

  /// A job of a queue; its row holds when it comes, then when it is done.
  struct Job: Sendable {
    var row: Int
    /// One for each service.
    var draws: Range<Int>
    /// Index of the calendar, or -1.
    var calendar: Int
    /// In the graph of all units.
    var activity: Int
  }

  struct Queue: Sendable {
    var line: ServerLine
    /// In order of units: the order of those who come at the same time.
    var jobs: [Job]
  }

  /// What a row holds when so many steps have been run.
  struct Mark: Sendable {
    enum Moment: Sendable {
      /// An activity may begin, or a job comes to its queue.
      case start
      /// Its days are over; risk events are still to come.
      case end
      /// It is done, after risk events.
      case settled
      /// A gate opens.
      case gate
    }

    var steps: Int
    var row: Int
    var moment: Moment
    /// Index in the graph, or of the scenario's gate.
    var subject: Int
    /// Of the activity's work.
    var draws: Range<Int>
  }

  /// A comparison by which is found what an activity waits for last.
  struct Join: Sendable {
    /// The step that raises the row of its start.
    var step: Int
    /// In the graph.
    var activity: Int
    /// Whether it is the activity's first.
    var isFirst: Bool
    /// Places among what it waits for of those whose times the row holds before, as far as they are activities.
    var earlier: [Int]
    /// The place of the other, or -1 for a gate.
    var other: Int
  }

  static let comes = StreamName("comes true")

  var steps: [Step] = []
  /// In the order of ``Mark/steps``; for telling one replication, the crowd does not look at them.
  var marks: [Mark] = []
  /// In the order of steps; for counting what is critical, the crowd does not look at them.
  var joins: [Join] = []
  var rowCount = 0
  var draws: [Draw] = []
  var laws: [Law] = []
  var comings: [Coming] = []
  var commons: [Common] = []
  var calendars: [SeasonCalendar] = []
  var queues: [Queue] = []
  var events = EventPlan()
  var openings: [CoverageOpening] = []
  var checks: [RiskCheck] = []
  var reworks: [Rework] = []
  /// Days before day 0 on which units may already queue.
  var leadDays = 0.0
  /// Index of the draw of the trigger's day, or -1 where it is day 0.
  var trigger = -1
  /// The horizon: what is not there by then never is.
  var end = 0.0
}
