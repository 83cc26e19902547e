extension TraceWords {
  /// One time through a stage: what it waited for, when it was done, what struck.
  func line(_ stage: StageStory) -> String {
    let again = stage.attempt > 1 ? w(en: ", time \(stage.attempt)", fr: ", fois \(stage.attempt)") : ""
    let last = w.list(stage.after)
    let after = stage.after.isEmpty ? "" : w(en: "after \(last), ", fr: "après \(last), ")
    let done = (stage.waits.map(wait) + [work(stage)]).filter { !$0.isEmpty }.joined(separator: "; ")
    let sentence = done.isEmpty ? w(en: "nothing to do", fr: "rien à faire") : done
    let colon = w(en: ": ", fr: " : ")
    return "\(stage.stage)\(again)\(colon)\(after)\(sentence)."
      + stage.strikes.map { " " + strike($0) }.joined()
  }

  private func wait(_ wait: StageStory.Wait) -> String {
    let what = subject(of: wait.cause)
    let from = day(wait.from)
    guard let until = wait.until else {
      return w(en: "waits from \(from) for \(what), for ever", fr: "attend dès le \(from) \(what), sans fin")
    }
    let (length, end) = (days(until - wait.from), day(until))
    return w(
      en: "waits \(length) for \(what), until \(end)", fr: "attend \(length) \(what), jusqu'au \(end)")
  }

  private func subject(of cause: StageStory.Wait.Cause) -> String {
    switch cause {
    case .gate(let gate): return w(en: "the gate \(gate)", fr: "l'ouverture de \(gate)")
    case .queue(let queue, let behind):
      let others = w.list(behind)
      let order = behind.isEmpty ? "" : w(en: " behind \(others)", fr: " derrière \(others)")
      return w(en: "its turn with \(queue)\(order)", fr: "son tour auprès de \(queue)\(order)")
    }
  }

  private func work(_ stage: StageStory) -> String {
    guard let begins = stage.beginsAt else { return "" }
    let first = day(begins)
    guard let ends = stage.endsAt else {
      return w(en: "from \(first), never done", fr: "dès le \(first), jamais achevé")
    }
    let span = w(en: "from \(first) until \(day(ends))", fr: "du \(first) au \(day(ends))")
    if stage.isLift {
      let loads = w.count(stage.loads, en: ("load", "loads"), fr: ("chargement", "chargements"))
      return "\(loads) \(span)\(season(stage))"
    }
    return ends > begins ? "\(span), \(days(ends - begins))\(season(stage))" : ""
  }

  private func season(_ stage: StageStory) -> String {
    guard stage.seasonDays > 0 else { return "" }
    let count = number(ofDays: stage.seasonDays)
    return stage.isLift
      ? w(
        en: ", \(days(stage.seasonDays)) more for the season",
        fr: ", \(days(stage.seasonDays)) de plus pour la saison")
      : w(en: ", \(count) of them for the season", fr: ", dont \(count) pour la saison")
  }

  private func strike(_ risk: RiskStory) -> String {
    let at = day(risk.at)
    switch risk.effect {
    case .delays(let more):
      let (length, end) = (days(more), day(risk.at + more))
      return w(
        en: "Then \(risk.risk) strikes and costs \(length), until \(end).",
        fr: "Puis \(risk.risk) survient et coûte \(length), jusqu'au \(end).")
    case .cancels:
      return w(
        en: "Then \(risk.risk) strikes on \(at) and ends it all.",
        fr: "Puis \(risk.risk) survient le \(at) et met fin à tout.")
    case .sendsBack(let stage):
      return w(
        en: "Then \(risk.risk) strikes on \(at) and sends it back to \(stage).",
        fr: "Puis \(risk.risk) survient le \(at) et renvoie à \(stage).")
    }
  }
}
