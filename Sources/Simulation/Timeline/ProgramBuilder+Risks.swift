extension ProgramBuilder {
  /// Adds the risk events at an activity's end to what is done with its row.
  mutating func addCheck(of index: Int, row: Int) {
    let check = check(of: index)
    if check >= 0 { program.steps.append(.meet(check: check, row: row)) }
  }

  /// By check of the program: the activity at whose end it is met.
  var activityOfCheck: [Int] {
    checkOf.sorted { $0.value < $1.value }.map(\.key)
  }

  /// Index in the program of the risk events at an activity's end, or -1.
  mutating func check(of index: Int) -> Int {
    let activity = graph.activities[index]
    guard !activity.risks.isEmpty else { return -1 }
    if let known = checkOf[index] { return known }
    var risks: [RiskCheck.Risk] = []
    for place in activity.risks { risks.append(risk(place, at: index)) }
    program.checks.append(RiskCheck(risks: risks))
    checkOf[index] = program.checks.count - 1
    return program.checks.count - 1
  }

  private mutating func risk(_ place: StageGraph.Risk, at index: Int) -> RiskCheck.Risk {
    let activity = graph.activities[index]
    let event = scenario.risks[place.risk]
    let unit = units[activity.unit]
    let visit = StageDraws.work(need: unit.visit)
    var risk = RiskCheck.Risk(
      key: StreamKey(seed: seed, name: scenario.pledges[unit.pledge].id),
      stream: StageDraws.strikes(event.id, stage: activity.stage), visit: visit,
      chance: WordThreshold(event.probability), effect: .cancel, delay: -1, rework: -1)
    switch event.effect {
    case .cancel: break
    case .delay(let law):
      risk.effect = .delay
      let stream = StageDraws.delay(event.id, stage: activity.stage)
      risk.delay = draw(law, key: risk.key, stream: stream, visit: visit)
    case .sendBack:
      let waits = graph.sendsToQueue[index]
      risk.effect = waits ? .sendBackToQueue : .sendBack
      risk.rework = waits ? -1 : rework(place)
    }
    return risk
  }

  /// Adds what a risk event sends back to, and returns its index in the program.
  private mutating func rework(_ place: StageGraph.Risk) -> Int {
    var tasks: [Rework.Task] = []
    for index in place.again {
      let activity = graph.activities[index]
      let draws = draws(of: activity)
      tasks.append(
        Rework.Task(
          after: activity.after.compactMap { place.again.firstIndex(of: $0) },
          draw: draws.isEmpty ? -1 : draws.lowerBound, calendar: calendar(of: activity),
          check: index == place.again.last ? -1 : check(of: index)))
    }
    program.reworks.append(Rework(tasks: tasks))
    return program.reworks.count - 1
  }
}
