extension StoryTeller {
  /// Stages of a unit in the order in which they could begin, without those that take nothing and wait for
  /// nothing.
  func stages(of places: [Int]) -> [StageStory] {
    var attempts: [Int: Int] = [:]
    var stories: [(start: Double, story: StageStory)] = []
    for place in places {
      let doing = recorder.record.doings[place]
      let activity = graph.activities[doing.activity]
      guard activity.kind == .work || activity.kind == .job else { continue }
      attempts[doing.activity, default: 0] += 1
      guard doing.start < .infinity || !activity.gates.isEmpty else { continue }
      let attempt = attempts[doing.activity] ?? 1
      if let story = story(of: doing, activity, attempt: attempt) { stories.append((doing.start, story)) }
    }
    return stories.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
      .map(\.element.story)
  }

  private func story(
    of doing: ReplicationRecord.Doing, _ activity: Activity, attempt: Int
  ) -> StageStory? {
    let ready = attempt == 1 ? activity.after.map { recorder.record.settled[$0] }.max() ?? 0 : doing.start
    guard ready < .infinity else { return nil }
    let begins = activity.kind == .job ? doing.services.first?.from ?? .infinity : doing.start
    let waits = (attempt == 1 ? gateWaits(activity, from: ready) : []) + queueWait(doing, activity)
    let services = doing.services.isEmpty ? [.init(from: begins, until: doing.end)] : doing.services
    let spent = services.reduce(0) { $0 + ($1.until - $1.from) }
    return StageStory(
      stage: activity.stage, isLift: activity.isLift, attempt: attempt,
      after: attempt == 1 ? lastBefore(activity, ready) : [], waits: waits, beginsAt: begins.finite,
      endsAt: doing.end.finite, workDays: doing.work,
      seasonDays: activity.season != nil && spent.isFinite ? max(0, spent - doing.work).droppingNoise : 0,
      loads: activity.isLift ? activity.services : 0, strikes: strikes(doing, activity))
  }

  /// The stages that ended last of those it waits for.
  private func lastBefore(_ activity: Activity, _ ready: Double) -> [String] {
    let last = activity.after.filter {
      recorder.record.settled[$0] == ready && !graph.activities[$0].stage.isEmpty
    }
    return Set(last.map { graph.activities[$0].stage }).subtracting([activity.stage]).sorted()
  }

  private func gateWaits(_ activity: Activity, from ready: Double) -> [StageStory.Wait] {
    activity.gates.compactMap { gate in
      let opens = recorder.record.gates[gate] ?? .infinity
      guard opens > ready else { return nil }
      return StageStory.Wait(cause: .gate(scenario.gates[gate].id), from: ready, until: opens.finite)
    }
    .sorted { ($0.until ?? .infinity) < ($1.until ?? .infinity) }
  }

  private func queueWait(_ doing: ReplicationRecord.Doing, _ activity: Activity) -> [StageStory.Wait] {
    guard let queue = activity.queue, doing.start < .infinity else { return [] }
    let begins = doing.services.first?.from ?? .infinity
    guard begins > doing.start else { return [] }
    let plan = graph.queues[queue]
    let name = plan.isLift ? scenario.lift[plan.index].id : scenario.resources[plan.index].id
    return [
      StageStory.Wait(
        cause: .queue(name, behind: holders(of: queue, while: doing.start, until: begins)),
        from: doing.start, until: begins.finite)
    ]
  }

  /// Pledges of whom something was served in a queue between two times, in the order in which they began.
  private func holders(of queue: Int, while start: Double, until end: Double) -> [String] {
    let services = recorder.record.doings.filter { graph.activities[$0.activity].queue == queue }
      .flatMap { doing in doing.services.map { (unit: graph.activities[doing.activity].unit, service: $0) } }
      .filter { $0.service.from < end && $0.service.until > start }
      .sorted { ($0.service.from, $0.unit) < ($1.service.from, $1.unit) }
    var told: Set<String> = []
    return services.map { scenario.pledges[units[$0.unit].pledge].id }.filter { told.insert($0).inserted }
  }

  private func strikes(_ doing: ReplicationRecord.Doing, _ activity: Activity) -> [RiskStory] {
    doing.strikes.map { strike in
      let event = scenario.risks[strike.risk]
      let effect: RiskStory.Effect =
        switch event.effect {
        case .delay: .delays(days: strike.until - strike.at)
        case .cancel: .cancels
        case .sendBack(let stage): .sendsBack(to: stage)
        }
      return RiskStory(risk: event.id, at: strike.at, effect: effect)
    }
  }
}

extension Double {
  /// 0 where it is only what rounding leaves.
  fileprivate var droppingNoise: Double { self < 1e-6 ? 0 : self }
}
