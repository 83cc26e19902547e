/// What is said of one replication: sentences that can be read aloud.
struct TraceWords {
  private let labels: Labels
  /// From the scenario's day zero to the crisis.
  private let crisisDay: Int

  init(_ scenario: Scenario, crisisDay: Int) {
    labels = Labels(scenario)
    self.crisisDay = crisisDay
  }

  func lead(_ trace: ReplicationTrace) -> String {
    let crisis =
      trace.crisisDay == 0
      ? "" : " The crisis begins on \(labels.date(ofDay: trace.crisisDay)), which is day 0."
    return
      "Replication \(trace.replication) of seed \(trace.seed): one of many futures, not a forecast.\(crisis)"
  }

  /// Who is sent where, and what comes of it.
  func heading(_ unit: UnitStory) -> String {
    let measure = labels.pledge(withId: unit.pledge).map { labels.measure($0.capability) } ?? ""
    return "\(labels.pledge(unit.pledge)), \(NumberText.quantity(unit.quantity, measure)) for "
      + "\(labels.place(ofNeed: unit.need)): \(result(of: unit))"
  }

  private func result(of unit: UnitStory) -> String {
    switch unit.outcome {
    case .comes, .comesInPart:
      let first = unit.parts.compactMap(\.arrivalDay).min() ?? 0
      return unit.isInPlace ? "in place" : "there on \(day(first))"
    default: return "never there"
    }
  }

  /// All that happens to it, one sentence or more a line.
  func lines(_ unit: UnitStory) -> [String] {
    let support = unit.support.map { ", with the help of \($0)" } ?? ""
    let request = unit.requestDay.map { ["asked for on \(day($0))\(support)."] } ?? []
    let told = unit.outcome == .notKept ? [] : unit.stages.map(line)
    return request + told + [ending(unit)]
  }

  private func line(_ stage: StageStory) -> String {
    let again = stage.attempt > 1 ? ", time \(stage.attempt)" : ""
    let after = stage.after.isEmpty ? "" : " after \(list(stage.after)),"
    let waits = stage.waits.map { wait($0) }.joined(separator: "; ")
    let work = work(stage)
    let sentence = [waits, work].filter { !$0.isEmpty }.joined(separator: "; ")
    let strikes = stage.strikes.map { " \(strike($0))" }.joined()
    return "\(stage.stage)\(again):\(after) \(sentence.isEmpty ? "nothing to do" : sentence).\(strikes)"
  }

  private func wait(_ wait: StageStory.Wait) -> String {
    let what: String
    switch wait.cause {
    case .gate(let gate): what = "the gate \(gate)"
    case .queue(let queue, let behind):
      what = "its turn with \(queue)" + (behind.isEmpty ? "" : " behind \(list(behind))")
    }
    guard let until = wait.until else { return "waits from \(day(wait.from)) for \(what), for ever" }
    return "waits \(days(until - wait.from)) for \(what), until \(day(until))"
  }

  private func work(_ stage: StageStory) -> String {
    guard let begins = stage.beginsAt else { return "" }
    guard let ends = stage.endsAt else { return "from \(day(begins)), never done" }
    if stage.isLift {
      let loads = stage.loads == 1 ? "1 load" : "\(stage.loads) loads"
      return "\(loads) from \(day(begins)) until \(day(ends))\(season(stage))"
    }
    guard ends > begins else { return "" }
    return "from \(day(begins)) until \(day(ends)), \(days(ends - begins))\(season(stage))"
  }

  private func season(_ stage: StageStory) -> String {
    guard stage.seasonDays > 0 else { return "" }
    let count = NumberText.plain(stage.seasonDays, decimals: stage.seasonDays < 10 ? 1 : 0)
    return ", \(count) of them for the season"
  }

  private func strike(_ risk: RiskStory) -> String {
    switch risk.effect {
    case .delays(let more):
      "Then \(risk.risk) strikes and costs \(days(more)), until \(day(risk.at + more))."
    case .cancels: "Then \(risk.risk) strikes on \(day(risk.at)) and ends it all."
    case .sendsBack(let stage): "Then \(risk.risk) strikes on \(day(risk.at)) and sends it back to \(stage)."
    }
  }

  private func ending(_ unit: UnitStory) -> String {
    switch unit.outcome {
    case .comes, .comesInPart: presence(unit)
    case .notKept: "the pledge does not come true."
    case .cancelled(let risk, let stage): "never there: \(risk) ends it after \(stage)."
    case .gateStaysClosed(let gate, let stage):
      "never there: \(stage) waits for the gate \(gate), which stays closed."
    case .neverServed(let queue, let stage): "never there: \(queue) has nobody to serve \(stage)."
    case .neverEnds(let stage): "never there: \(stage) does not end within the horizon."
    case .tooLate:
      "never there: ready on \(unit.readyAt.map { day($0) } ?? NumberText.missing), too late to be there at all."
    }
  }

  private func presence(_ unit: UnitStory) -> String {
    let parts = unit.parts.map { part in
      let share = unit.parts.count == 1 ? "" : "\(NumberText.percent(part.share)) % of it "
      guard let arrival = part.arrivalDay, let until = part.untilDay else { return "\(share)never" }
      return "\(share)from \(day(arrival)) until \(day(until))"
    }
    let withdrawn = unit.withdrawnOn.map { "; withdrawn early, on \(day($0))" } ?? ""
    return "there \(list(parts))\(withdrawn)."
  }

  /// When gates open, one line each.
  func gates(_ trace: ReplicationTrace) -> [String] {
    trace.gates.map { gate in
      guard let opens = gate.opensAt else { return "\(gate.gate) never opens." }
      return opens <= 0 ? "\(gate.gate) is open from the beginning." : "\(gate.gate) opens on \(day(opens))."
    }
  }

  // MARK: Words

  /// The calendar's day in which a time lies, and its number.
  private func day(_ time: Double) -> String { day(Int(time.rounded(.down))) }

  private func day(_ day: Int) -> String { "\(labels.date(ofDay: crisisDay + day)) (day \(day))" }

  private func days(_ length: Double) -> String {
    let text = NumberText.plain(length, decimals: length < 10 ? 1 : 0)
    return text == "1" ? "1 day" : "\(text) days"
  }

  private func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
