/// What is said of one replication: sentences that can be read aloud.
struct TraceWords {
  let w: Wording
  private let labels: Labels
  /// From the scenario's day zero to the crisis.
  private let crisisDay: Int

  init(_ scenario: Scenario, crisisDay: Int, _ w: Wording) {
    self.w = w
    labels = Labels(scenario, w)
    self.crisisDay = crisisDay
  }

  func lead(_ trace: ReplicationTrace) -> String {
    let lead = w(
      en: """
        Replication \(trace.replication) of seed \(trace.seed): one of many futures, not a forecast.
        """,
      fr: """
        Réplication \(trace.replication) de la graine \(trace.seed) : un avenir parmi beaucoup, pas une prévision.
        """)
    guard trace.crisisDay != 0 else { return lead }
    let date = w.short(labels.date(ofDay: trace.crisisDay))
    return lead
      + w(
        en: " The crisis begins on \(date), which is day 0.",
        fr: " La crise commence le \(date), qui est le jour 0.")
  }

  /// When gates open, one line each.
  func gates(_ trace: ReplicationTrace) -> [String] {
    trace.gates.map { gate in
      guard let opens = gate.opensAt else {
        return w(en: "\(gate.gate) never opens.", fr: "\(gate.gate) ne s'ouvre jamais.")
      }
      return opens <= 0
        ? w(en: "\(gate.gate) is open from the beginning.", fr: "\(gate.gate) est ouvert dès le début.")
        : w(en: "\(gate.gate) opens on \(day(opens)).", fr: "\(gate.gate) s'ouvre le \(day(opens)).")
    }
  }

  /// Who is sent where, and what comes of it.
  func heading(_ unit: UnitStory) -> String {
    let measure = labels.pledge(withId: unit.pledge).flatMap { labels.measure($0.capability) }
    let quantity = w.quantity(unit.quantity, measure)
    let (pledge, place) = (labels.pledge(unit.pledge), labels.place(ofNeed: unit.need))
    let result = result(of: unit)
    return w(
      en: "\(pledge), \(quantity) for \(place): \(result)",
      fr: "\(pledge), \(quantity) pour \(place) : \(result)"
    )
  }

  private func result(of unit: UnitStory) -> String {
    guard let first = unit.parts.compactMap(\.arrivalDay).min() else {
      return w(en: "never there", fr: "jamais sur place")
    }
    return unit.isInPlace
      ? w(en: "in place", fr: "déjà sur place")
      : w(en: "there on \(day(first))", fr: "sur place le \(day(first))")
  }

  /// All that happens to it, one sentence or more a line.
  func lines(_ unit: UnitStory) -> [String] {
    let help = unit.support.map { w(en: ", with the help of \($0)", fr: ", avec l'aide de \($0)") } ?? ""
    let request = unit.requestDay.map {
      [w(en: "asked for on \(day($0))\(help).", fr: "demandé le \(day($0))\(help).")]
    }
    return (request ?? []) + (isBegun(unit) ? unit.stages.map(line) : []) + [ending(unit)]
  }

  private func isBegun(_ unit: UnitStory) -> Bool {
    switch unit.outcome {
    case .notKept, .partnerNotKept: false
    default: true
    }
  }

  // MARK: How it ends

  private func ending(_ unit: UnitStory) -> String {
    switch unit.outcome {
    case .comes, .comesInPart: return presence(unit)
    case .notKept: return w(en: "the pledge does not come true.", fr: "l'engagement n'est pas tenu.")
    case .partnerNotKept(let pledge):
      return w(
        en: "comes only together with \(pledge), which does not come true.",
        fr: "ne vient qu'avec \(pledge), qui n'est pas tenu.")
    case .cancelled(let risk, let stage):
      return w(
        en: "never there: \(risk) ends it after \(stage).",
        fr: "jamais sur place : \(risk) y met fin après \(stage).")
    case .gateStaysClosed(let gate, let stage):
      return w(
        en: "never there: \(stage) waits for the gate \(gate), which stays closed.",
        fr: "jamais sur place : \(stage) attend l'ouverture de \(gate), qui reste fermé.")
    case .neverServed(let queue, let stage):
      return w(
        en: "never there: \(queue) has nobody to serve \(stage).",
        fr: "jamais sur place : \(queue) n'a personne pour \(stage).")
    case .neverEnds(let stage):
      return w(
        en: "never there: \(stage) does not end within the horizon.",
        fr: "jamais sur place : \(stage) ne finit pas dans l'horizon.")
    case .tooLate:
      let ready = unit.readyAt.map { day($0) } ?? NumberText.missing
      return w(
        en: "never there: ready on \(ready), too late to be there at all.",
        fr: "jamais sur place : prêt le \(ready), trop tard pour y être encore.")
    }
  }

  private func presence(_ unit: UnitStory) -> String {
    let parts = unit.parts.map { part in
      let percent = w.percent(part.share)
      let share = unit.parts.count == 1 ? "" : w(en: "\(percent) % of it ", fr: "\(percent) % ")
      guard let arrival = part.arrivalDay, let until = part.untilDay else {
        return share + w(en: "never", fr: "jamais")
      }
      return share
        + w(en: "from \(day(arrival)) until \(day(until))", fr: "du \(day(arrival)) au \(day(until))")
    }
    let withdrawn = unit.withdrawnOn.map {
      w(en: "; withdrawn early, on \(day($0))", fr: " ; retiré avant terme, le \(day($0))")
    }
    return w(en: "there ", fr: "sur place ") + w.list(parts) + (withdrawn ?? "") + "."
  }

  // MARK: Days

  /// The calendar's day in which a time lies, and its number.
  func day(_ time: Double) -> String { day(Int(time.rounded(.down))) }

  func day(_ day: Int) -> String {
    let date = w.short(labels.date(ofDay: crisisDay + day))
    return w(en: "\(date) (day \(day))", fr: "\(date) (jour \(day))")
  }

  func number(ofDays length: Double) -> String { w.plain(length, decimals: length < 10 ? 1 : 0) }

  func days(_ length: Double) -> String {
    let text = number(ofDays: length)
    return text + (text == "1" ? w(en: " day", fr: " jour") : w(en: " days", fr: " jours"))
  }
}
