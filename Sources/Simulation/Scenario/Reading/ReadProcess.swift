extension Fields {
  func process() -> ProcessPlan? {
    let id = required("id")?.identifier()
    let list = required("stages")
    let names = Set(list?.elements().compactMap { $0.node["id"]?.asText } ?? [])
    if let list, names.isEmpty, list.isEmptyList { list.report("a process has at least one stage") }
    let stages = parts("stages") { $0.stage(siblings: names, of: id ?? "") }
    if let cycle = StageCycle.find(in: stages.entries) {
      list?.report("the stages wait for one another in a circle: \(cycle.joined(separator: " -> "))")
    }
    var evidence = evidence()
    evidence.add(stages.evidence)
    return id.map { ProcessPlan(id: $0, stages: stages.entries, evidence: evidence) }
  }

  private func stage(siblings: Set<String>, of process: String) -> Stage? {
    let id = required("id")?.identifier()
    var stage = Stage(id: id ?? "", days: self["days"]?.duration())
    let after = self["after"]?.distinct {
      $0.identifier(among: siblings, of: .processes, orElse: "the process has no stage")
    }
    stage.after = after?.sorted() ?? []
    stage.gate = self["gate"]?.identifier()
    stage.uses = self["uses"]?.reference(to: .resources)
    stage.lift = self["lift"]?.reference(to: .lift)
    stage.season = seasonEffects(of: "processes.\(process).\(stage.id)")
    stage.skipFrom = self["skipFrom"]?.choice()
    stage.onWarning = self["onWarning"]?.flag() ?? false
    checkClosures(of: stage)
    return id == nil ? nil : stage
  }

  /// Seasons need not be any mission's: a process serves many missions, and in one without rains it never rains.
  private func seasonEffects(of entry: String) -> [String: Stage.SeasonEffect] {
    let table = self["season"]?.table(
      key: { $0.season(in: entry) }, value: { $0.seasonEffect() })
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
  /// The name of a season, which is doubted where no mission has it.
  fileprivate func season(in entry: String) -> String? {
    guard let id = identifier() else { return nil }
    if !reading.seasons.contains(id), !reading.incomplete.contains(.missions) {
      let hint = reading.hint(for: id, among: reading.seasons)
      let words = BilingualText(
        en: "no mission has a season '\(id)': the stage is never slowed by it\(hint)",
        fr: "aucune mission n'a de saison « \(id) » : elle ne ralentit jamais l'étape")
      reading.warnings.append(
        ScenarioWarning(.season, entry: "\(entry).season.\(id)", words, place: node.place))
    }
    return id
  }

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
