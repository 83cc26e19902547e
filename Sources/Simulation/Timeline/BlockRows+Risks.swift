/// A time that risk events made later, and the place of the one that sends back to a queue, or -1.
typealias TimeAfterRisks = (time: Double, sentBackBy: Int)

/// What a risk event does in one replication.
enum RiskNote: Sendable {
  /// It strikes at a time; what it delays is over at the other.
  case strikes(check: Int, place: Int, at: Double, until: Double)
  /// A task that it sent back to is done again, with so many days of work.
  case redoes(check: Int, place: Int, task: Int, from: Double, until: Double, work: Double)
}

/// Told of what risk events do; in the crowd nobody listens.
typealias RiskListener = (RiskNote) -> Void

extension BlockRows {
  /// Meets the risk events of a check where a row holds when the stage has ended, for the first time.
  mutating func meet(_ check: Int, row: Int, program: borrowing Program) {
    for replication in 0..<Self.size { isSettled[replication] = false }
    for place in program.checks[check].risks.indices {
      let risk = program.checks[check].risks[place]
      if risk.delay >= 0 {
        let draw = program.draws[risk.delay]
        self.draw(draw, program: program)
      }
      fillWords(key: risk.key, stream: risk.stream, visit: risk.visit)
      for replication in 0..<Self.size {
        guard risk.chance.isMet(by: words[replication]), !isSettled[replication] else { continue }
        switch risk.effect {
        case .delay: rows[row][replication] += days[replication]
        case .cancel: rows[row][replication] = .infinity
        case .sendBack, .sendBackToQueue:
          let after = sentBack(
            check, by: place, at: rows[row][replication], turn: .first, replication, program)
          rows[row][replication] = after.time
          isSettled[replication] = true
        }
      }
    }
  }

  /// Meets the risk events of a check in one replication, in any turn.
  func meet(
    _ check: Int, at time: Double, turn: Turn, _ replication: Int, _ program: borrowing Program,
    note: RiskListener = { _ in }
  ) -> TimeAfterRisks {
    var turns = RiskCheck.mostTurns
    return meet(check, at: time, turn: turn, replication, program, &turns, note)
  }

  private func sentBack(
    _ check: Int, by place: Int, at time: Double, turn: Turn, _ replication: Int, _ program: borrowing Program
  ) -> TimeAfterRisks {
    var turns = RiskCheck.mostTurns
    return sentBack(check, by: place, at: time, turn: turn, replication, program, &turns) { _ in }
  }

  private func meet(
    _ check: Int, at time: Double, turn: Turn, _ replication: Int, _ program: borrowing Program,
    _ turns: inout Int, _ note: RiskListener
  ) -> TimeAfterRisks {
    let struck = firstSendingBack(check, at: time, turn: turn, replication, program, note)
    guard struck.sentBackBy >= 0 else { return struck }
    return sentBack(
      check, by: struck.sentBackBy, at: struck.time, turn: turn, replication, program, &turns, note)
  }

  /// Meets the risk events in their order up to the first that sends back.
  private func firstSendingBack(
    _ check: Int, at start: Double, turn: Turn, _ replication: Int, _ program: borrowing Program,
    _ note: RiskListener
  ) -> TimeAfterRisks {
    var time = start
    for place in program.checks[check].risks.indices {
      let risk = program.checks[check].risks[place]
      let word = word(
        key: risk.key, stream: risk.stream.on(turn), visit: risk.visit, replication: replication)
      guard risk.chance.isMet(by: word) else { continue }
      let met = time
      switch risk.effect {
      case .delay:
        let draw = program.draws[risk.delay]
        time += value(of: draw, turn: turn, replication: replication, program: program)
        note(.strikes(check: check, place: place, at: met, until: time))
      case .cancel:
        note(.strikes(check: check, place: place, at: met, until: .infinity))
        return (.infinity, -1)
      case .sendBack, .sendBackToQueue:
        note(.strikes(check: check, place: place, at: met, until: met))
        return (time, place)
      }
    }
    return (time, -1)
  }

  /// Does again what a risk event sends back to, until the check is passed, or never where that is not before
  /// the end.
  private func sentBack(
    _ check: Int, by first: Int, at start: Double, turn outer: Turn, _ replication: Int,
    _ program: borrowing Program, _ turns: inout Int, _ note: RiskListener
  ) -> TimeAfterRisks {
    var (time, place) = (start, first)
    var number = 0
    while true {
      let risk = program.checks[check].risks[place]
      if risk.effect == .sendBackToQueue { return (time, place) }
      guard time < program.end, turns > 0 else { return (.infinity, -1) }
      turns -= 1
      number += 1
      let turn = outer.after(risk.stream, number: number)
      let sender = (check: check, place: place)
      time = redone(risk.rework, for: sender, from: time, turn: turn, replication, program, &turns, note)
      (time, place) = firstSendingBack(check, at: time, turn: turn, replication, program, note)
      if place < 0 { return (time, -1) }
    }
  }

  /// When a rework begun at `start` is done.
  private func redone(
    _ rework: Int, for sender: (check: Int, place: Int), from start: Double, turn: Turn, _ replication: Int,
    _ program: borrowing Program, _ turns: inout Int, _ note: RiskListener
  ) -> Double {
    var ends: [Double] = []
    for (number, task) in program.reworks[rework].tasks.enumerated() {
      let began = task.after.reduce(start) { max($0, ends[$1]) }
      var (time, work) = (began, 0.0)
      if task.draw >= 0 {
        let draw = program.draws[task.draw]
        work = value(of: draw, turn: turn, replication: replication, program: program)
        time =
          task.calendar < 0
          ? time + work : finish(program.calendars.span[task.calendar], start: time, work: work, replication)
      }
      note(
        .redoes(check: sender.check, place: sender.place, task: number, from: began, until: time, work: work))
      if task.check >= 0 {
        time = meet(task.check, at: time, turn: turn, replication, program, &turns, note).time
      }
      ends.append(time)
    }
    return ends.last ?? start
  }
}
