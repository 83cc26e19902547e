extension LeadTimeSample {
  /// Sorties of one element that are drawn one by one; units that exist need fewer.
  private static let mostSorties = 500

  static func work(
    of node: StageGraph.Node, key: StreamKey, scenario: Scenario, count: Int
  ) -> Work {
    let stream = StreamName(node.stage)
    switch node.task {
    case .work(nil, _): return .none
    case .work(let days?, _):
      let row = draws(of: days, key: key, stream: stream, visit: StageDraws.work(need: 0), count: count)
      return node.season.map { .seasonal(row, $0) } ?? .days(row)
    case .lift(let index, let sorties):
      let pool = scenario.lift[index]
      let (drawn, carriers, each) = fewer(sorties, carriers: pool.carriers)
      let cycles = (0..<drawn).map { number in
        let row = draws(
          of: pool.cycleDays, key: key, stream: stream, visit: StageDraws.sortie(number, need: 0),
          count: count)
        return each == 1 ? row : row.map { $0 * each }
      }
      return node.season.map { .lift(cycles, carriers: carriers, $0) }
        ?? .days(lifted(cycles, carriers: carriers, season: nil, from: Row(repeating: 0, count: count)))
    }
  }

  /// Of very many sorties each that is drawn stands for several: it takes as long as they do one after the other,
  /// or as many carriers fly them at once.
  private static func fewer(_ sorties: Int, carriers: Int) -> (drawn: Int, carriers: Int, each: Double) {
    guard sorties > mostSorties else { return (sorties, carriers, 1) }
    let each = Double(sorties) / Double(mostSorties)
    guard carriers > mostSorties else { return (mostSorties, carriers, each) }
    return (mostSorties, max(1, Int((Double(carriers) / each).rounded())), 1)
  }

  static func triggerDays(of trigger: Trigger, count: Int) -> Row {
    guard trigger.isDated else { return Row(repeating: 0, count: count) }
    let key = StreamKey(seed: seed, name: StageDraws.trigger)
    let drawn = draws(
      of: trigger.onDay, key: key, stream: StreamName(StageDraws.trigger), visit: 0, count: count)
    return drawn.map(SeasonCalendar.dayInCycle)
  }

  /// `nil` where the gate is taken as open.
  static func openings(of gate: Gate, count: Int) -> Row? {
    guard case .onDay(let day) = gate.opening else { return nil }
    return draws(
      of: day, key: StreamKey(seed: seed, name: gate.id), stream: StageDraws.gate, visit: 0, count: count)
  }

  private static func draws(
    of distribution: Distribution, key: StreamKey, stream: StreamName, visit: UInt32, count: Int
  ) -> Row {
    let law = LawCache.law(distribution)
    if let constant = law.constant { return Row(repeating: constant, count: count) }
    let size = ReplicationWords.blockSize
    var words = [UInt32](repeating: 0, count: size)
    var block = Row(repeating: 0, count: size)
    var row: Row = []
    row.reserveCapacity(count + size)
    for number in 0..<(count + size - 1) / size {
      var room = words.mutableSpan
      ReplicationWords.fill(&room, key: key, block: number, stream: stream, visit: visit)
      var values = block.mutableSpan
      law.fill(&values, words: words.span)
      row.append(contentsOf: block)
    }
    row.removeLast(row.count - count)
    return row
  }
}
