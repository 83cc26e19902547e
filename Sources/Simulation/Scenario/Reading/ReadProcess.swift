extension Fields {
  func process() -> ProcessPlan? {
    let id = required("id")?.identifier()
    let list = required("stages")
    let names = Set(list?.elements().compactMap { $0.node["id"]?.asText } ?? [])
    if let list, names.isEmpty, list.isEmptyList { list.report("a process has at least one stage") }
    let stages = parts("stages") { $0.stage(siblings: names) }
    if let cycle = StageCycle.find(in: stages.entries) {
      list?.report("the stages wait for one another in a circle: \(cycle.joined(separator: " -> "))")
    }
    var evidence = evidence()
    evidence.add(stages.evidence)
    return id.map { ProcessPlan(id: $0, stages: stages.entries, evidence: evidence) }
  }

  private func stage(siblings: Set<String>) -> Stage? {
    let id = required("id")?.identifier()
    var stage = Stage(id: id ?? "", days: self["days"]?.duration())
    let after = self["after"]?.distinct {
      $0.identifier(among: siblings, of: .processes, orElse: "the process has no stage")
    }
    stage.after = after?.sorted() ?? []
    stage.gate = self["gate"]?.identifier()
    stage.uses = self["uses"]?.reference(to: .resources)
    stage.lift = self["lift"]?.reference(to: .lift)
    stage.season = seasonEffects()
    stage.skipFrom = self["skipFrom"]?.choice()
    stage.onWarning = self["onWarning"]?.flag() ?? false
    checkClosures(of: stage)
    return id == nil ? nil : stage
  }

  private func seasonEffects() -> [String: Stage.SeasonEffect] {
    let seasons = reading.seasons
    let table = self["season"]?.table(
      key: { $0.identifier(among: seasons, of: .missions, orElse: "no mission has a season") },
      value: { $0.seasonEffect() })
    return table ?? [:]
  }

  private func checkClosures(of stage: Stage) {
    let closed = Set(stage.season.filter { $0.value == .closed }.keys)
    if let mission = reading.closures.missionClosedAllYear(by: closed) {
      report("season", "the whole year is closed in the mission '\(mission)': the stage could never end")
    }
  }
}

extension Cursor {
  fileprivate func seasonEffect() -> Stage.SeasonEffect? {
    record("season effect")
    let typed = read(as: .numberOrText)
    guard case .text(let text) = typed.node.value else {
      return typed.number(in: .factor).map { .factor($0) }
    }
    if text == "closed" { return .closed }
    report("\(quoted(text)) is not a season's effect; allowed: a factor above 0, or 'closed'")
    return nil
  }
}
