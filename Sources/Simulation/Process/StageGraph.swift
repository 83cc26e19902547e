/// The process of one pledge in one mission: the stages that take its time, in an order in which each comes
/// after those it waits for.
///
/// Stages already done, and those not needed at the pledge's readiness, are left out: they take no time, wait
/// for nothing of their own and pass on the latest of those they waited for. So are waits for gates that the
/// mission does not have, and seasons that it does not know.
package struct StageGraph: Sendable {
  /// One task of a stage: it starts when those it waits for have ended (or at the request) and its gates are
  /// open.
  ///
  /// A stage that is lifted and then has days of its own is two nodes.
  package struct Node: Sendable {
    package var stage: String
    /// Nodes, all earlier in the list; empty starts at the request.
    package var after: [Int]
    /// Indexes of the scenario's gates of the stage's kind in the mission.
    package var gates: [Int]
    package var task: Task
    package var season: SeasonCalendar?
    /// Whether it may be done on warning, before the trigger.
    package var onWarning = false
    /// Risk events that may strike when the node has ended, in the order of their identifiers.
    package var risks: [Risk] = []
  }

  /// A risk event at the end of a stage.
  package struct Risk: Sendable, Equatable {
    /// Index in the scenario.
    package var risk: Int
    /// Where it sends back: the nodes that are done again, in order, the last of them the one that it strikes.
    package var again: [Int]
  }

  package enum Task: Sendable, Equatable {
    /// Days of work (`nil` is none), holding one of the scenario's resources, by index.
    case work(Distribution?, resource: Int?)
    /// Loads for the carriers of one of the scenario's lift pools, by index; so many for one element.
    case lift(pool: Int, sorties: Int)
  }

  /// In topological order, ties by identifier.
  package let nodes: [Node]
  /// Nodes that no other waits for.
  ///
  /// The pledge is ready when all have ended; without any at the request.
  package let last: [Int]

  /// A pledge without a process is ready at its request.
  ///
  /// A support raises the pledge's readiness, by which stages are skipped, and shortens one stage.
  ///
  /// - Precondition: The process has no cycle, and names only stages, lift pools and resources that exist.
  package init(pledge: Pledge, mission: Mission, scenario: Scenario, support: Support? = nil) {
    let pledge = support?.raised(pledge) ?? pledge
    guard let process = scenario.processes.first(where: { $0.id == pledge.process }) else {
      (nodes, last) = ([], [])
      return
    }
    let ordered = Self.topologicalOrder(process.stages)
    var ends: [String: [Int]] = [:]
    var nodes: [Node] = []
    for stage in ordered {
      let after = Set(stage.after.flatMap { ends[$0] ?? [] }).sorted()
      if pledge.skips(stage) {
        ends[stage.id] = after
      } else {
        let tasks = (support?.shortened(stage) ?? stage).tasks(of: pledge, scenario: scenario)
        let season = SeasonCalendar(of: stage, in: mission, scenario: scenario)
        for (number, task) in tasks.enumerated() {
          let first = number == 0
          nodes.append(
            Node(
              stage: stage.id, after: first ? after : [nodes.count - 1],
              gates: first ? scenario.gates(of: stage, in: mission) : [], task: task, season: season,
              onWarning: stage.onWarning))
        }
        ends[stage.id] = [nodes.count - 1]
      }
    }
    Self.addRisks(to: &nodes, process: process, pledge: pledge, mission: mission, scenario: scenario)
    let awaited = Set(nodes.flatMap(\.after))
    self.nodes = nodes
    last = nodes.indices.filter { !awaited.contains($0) }
  }

  private static func topologicalOrder(_ stages: [Stage]) -> [Stage] {
    var waiting = stages.sorted { $0.id < $1.id }
    var ended: Set<String> = []
    var ordered: [Stage] = []
    while let next = waiting.firstIndex(where: { $0.after.allSatisfy(ended.contains) }) {
      let stage = waiting.remove(at: next)
      ended.insert(stage.id)
      ordered.append(stage)
    }
    precondition(waiting.isEmpty, "a process with a cycle passed the scenario's checks")
    return ordered
  }
}

extension Stage {
  /// The lift, then the days, which hold the resource.
  fileprivate func tasks(of pledge: Pledge, scenario: Scenario) -> [StageGraph.Task] {
    let pool = scenario.lift.firstIndex { $0.id == lift }
    let resource = scenario.resources.firstIndex { $0.id == uses }
    let days = days == .fixed(0) ? nil : days
    let lifts = pool.map { StageGraph.Task.lift(pool: $0, sorties: scenario.lift[$0].sorties(for: pledge)) }
    guard let lifts else { return [.work(days, resource: resource)] }
    return days == nil ? [lifts] : [lifts, .work(days, resource: resource)]
  }
}

extension SeasonCalendar {
  fileprivate init?(of stage: Stage, in mission: Mission, scenario: Scenario) {
    guard !stage.season.isEmpty else { return nil }
    self.init(
      seasons: mission.seasons, effects: stage.season, dayZero: scenario.dayZero,
      days: scenario.calendarDays)
  }
}

extension Scenario {
  fileprivate func gates(of stage: Stage, in mission: Mission) -> [Int] {
    gates.indices.filter { gates[$0].mission == mission.id && gates[$0].kind == stage.gate }
  }
}

extension LiftPool {
  /// Loads that one element of the pledge makes.
  fileprivate func sorties(for pledge: Pledge) -> Int {
    sorties(tonnes: pledge.tonnes / Double(pledge.units), people: pledge.personnel / Double(pledge.units))
  }
}

extension Pledge {
  fileprivate func skips(_ stage: Stage) -> Bool {
    done.contains(stage.id) || stage.skipFrom.map { $0 <= readiness } ?? false
  }
}

extension Scenario {
  /// The days on which seasons are known: what is not finished by then never is.
  var calendarDays: Range<Int> {
    let first = -366 - Int(min(trigger.warningDays, Self.longestWarning).rounded(.up))
    return first..<horizon.days + 5 * 366 + (trigger.isDated ? SeasonCalendar.cycleDays : 0)
  }
}

extension Scenario {
  /// Days; on days before it the seasons are those of its first.
  private static var longestWarning: Double { 36_525 }
}

extension Trigger {
  /// Whether the crisis may begin on another day than the scenario's day zero.
  var isDated: Bool { onDay.constant != 0 }
}

extension StageGraph.Task {
  package var isLift: Bool {
    if case .lift = self { true } else { false }
  }
}
