extension Fields {
  func risk() -> RiskEvent? {
    let id = required("id")?.identifier()
    let probability = required("probability")?.number(in: .share)
    let stage = required("stage")?.anyStage()
    let effect = required("effect")?.object { $0.riskEffect(on: stage) }
    let contributors = Set(self["contributors"]?.references(to: .contributors) ?? [])
    let missions = Set(self["missions"]?.references(to: .missions) ?? [])
    let evidence = evidence()
    guard let id, let probability, let stage, let effect else { return nil }
    var risk = RiskEvent(id: id, probability: probability, stage: stage, effect: effect)
    risk.contributors = contributors
    risk.missions = missions
    risk.evidence = evidence
    return risk
  }

  private func riskEffect(on stage: String?) -> RiskEvent.Effect? {
    guard exactlyOne(of: ["delay", "cancel", "sendBackTo"]) else { return nil }
    if let delay = self["delay"] { return delay.duration().map { .delay($0) } }
    if let cancel = self["cancel"] {
      guard cancel.flag() == false else { return .cancel }
      cancel.report("false is not an effect; allowed: true, or leave the risk out")
      return nil
    }
    guard let target = self["sendBackTo"], let back = target.anyStage(), let stage else { return nil }
    if !reading.stagePairs.leads(from: back, to: stage) {
      target.report("in no process does '\(back)' come before '\(stage)'")
    }
    return .sendBack(to: back)
  }
}

extension Cursor {
  /// A stage of any process.
  func anyStage() -> String? {
    identifier(among: reading.stages, of: .processes, orElse: "no process has a stage")
  }
}
