/// A time that risk events made later, and the place of the one that sends back to a queue, or -1.
typealias TimeAfterRisks = (time: Double, sentBackBy: Int)

extension BlockRows {
  /// Meets the risk events of a check where a row holds when the stage has ended, for the first time.
  mutating func meet(_ check: Int, row: Int, program: borrowing Program) {
    var isSettled = [Bool](repeating: false, count: Self.size)
    for (place, risk) in program.checks[check].risks.enumerated() {
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
    _ check: Int, at time: Double, turn: Turn, _ replication: Int, _ program: borrowing Program
  ) -> TimeAfterRisks {
    var turns = RiskCheck.mostTurns
    return meet(check, at: time, turn: turn, replication, program, &turns)
  }

  private func sentBack(
    _ check: Int, by place: Int, at time: Double, turn: Turn, _ replication: Int, _ program: borrowing Program
  ) -> TimeAfterRisks {
    var turns = RiskCheck.mostTurns
    return sentBack(check, by: place, at: time, turn: turn, replication, program, &turns)
  }

  private func meet(
    _ check: Int, at time: Double, turn: Turn, _ replication: Int, _ program: borrowing Program,
    _ turns: inout Int
  ) -> TimeAfterRisks {
    let struck = firstSendingBack(check, at: time, turn: turn, replication, program)
    guard struck.sentBackBy >= 0 else { return struck }
    return sentBack(check, by: struck.sentBackBy, at: struck.time, turn: turn, replication, program, &turns)
  }

  /// Meets the risk events in their order up to the first that sends back.
  private func firstSendingBack(
    _ check: Int, at start: Double, turn: Turn, _ replication: Int, _ program: borrowing Program
  ) -> TimeAfterRisks {
    var time = start
    for (place, risk) in program.checks[check].risks.enumerated() {
      let word = word(
        key: risk.key, stream: risk.stream.on(turn), visit: risk.visit, replication: replication)
      guard risk.chance.isMet(by: word) else { continue }
      switch risk.effect {
      case .delay:
        let draw = program.draws[risk.delay]
        time += value(of: draw, turn: turn, replication: replication, program: program)
      case .cancel: return (.infinity, -1)
      case .sendBack, .sendBackToQueue: return (time, place)
      }
    }
    return (time, -1)
  }

  /// Does again what a risk event sends back to, until the check is passed, or never where that is not before
  /// the end.
  private func sentBack(
    _ check: Int, by first: Int, at start: Double, turn outer: Turn, _ replication: Int,
    _ program: borrowing Program, _ turns: inout Int
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
      time = redone(risk.rework, from: time, turn: turn, replication, program, &turns)
      (time, place) = firstSendingBack(check, at: time, turn: turn, replication, program)
      if place < 0 { return (time, -1) }
    }
  }

  /// When a rework begun at `start` is done.
  private func redone(
    _ rework: Int, from start: Double, turn: Turn, _ replication: Int, _ program: borrowing Program,
    _ turns: inout Int
  ) -> Double {
    var ends: [Double] = []
    for task in program.reworks[rework].tasks {
      var time = task.after.reduce(start) { max($0, ends[$1]) }
      if task.draw >= 0 {
        let draw = program.draws[task.draw]
        let work = value(of: draw, turn: turn, replication: replication, program: program)
        time =
          task.calendar < 0
          ? time + work : finish(program.calendars[task.calendar], start: time, work: work, replication)
      }
      if task.check >= 0 { time = meet(task.check, at: time, turn: turn, replication, program, &turns).time }
      ends.append(time)
    }
    return ends.last ?? start
  }
}
