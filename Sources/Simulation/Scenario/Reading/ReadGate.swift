extension Fields {
  func gate() -> Gate? {
    let id = required("id")?.identifier()
    let kind = required("kind")?.identifier()
    let mission = required("mission")?.reference(to: .missions)
    let opening = opening()
    let evidence = evidence()
    guard let id, let kind, let mission, let opening else { return nil }
    if case .onDay(let day) = opening { doubtLateDay("opens", day, of: "gates.\(id)") }
    let key = "\(mission) \(kind)"
    if let other = reading.gates.updateValue(id, forKey: key), other != id {
      report("kind", "the mission '\(mission)' already has a gate of the kind '\(kind)', '\(other)'")
    }
    return Gate(id: id, kind: kind, mission: mission, opening: opening, evidence: evidence)
  }

  private func opening() -> Gate.Opening? {
    guard exactlyOne(of: ["opens", "opensWithCoverage"]) else { return nil }
    if let day = self["opens"] { return day.randomDay().map { .onDay($0) } }
    return self["opensWithCoverage"]?.object { fields in
      let need = fields.required("need")?.reference(to: .needs)
      let share = fields.required("atLeast")?.number(in: .positiveShare)
      guard let need, let share else { return nil }
      return .withCoverage(need: need, atLeast: share)
    }
  }

  func milestone() -> Milestone? {
    let id = required("id")?.identifier()
    let name = self["name"].map { $0.text() ?? "" }
    let day = required("date")?.day()
    let evidence = evidence()
    guard let id, let day else { return nil }
    doubtLateDay("date", day, of: "milestones.\(id)")
    return Milestone(id: id, name: name ?? id, day: day, evidence: evidence)
  }

  func trigger() -> Trigger? {
    let onDay = self["onDay"].map { $0.randomDay() } ?? .fixed(0)
    let warningDays = self["warningDays"].map { $0.number(in: .days) } ?? 0
    guard let onDay, let warningDays else { return nil }
    doubtLateDay("onDay", onDay, of: "trigger")
    return Trigger(onDay: onDay, warningDays: warningDays)
  }
}
