extension ProgramBuilder {
  /// Adds the steps after which a row holds when an activity can start, as far as is known, and returns the
  /// row.
  ///
  /// `nil` where nothing is known: no activity that it waits for is done yet, and there is no gate.
  mutating func start(of index: Int) -> Int? {
    let known = graph.activities[index].after.filter { done[$0] }
    let gates = graph.activities[index].gates.compactMap { gateRows[$0] }
    for before in known { readers[before] -= 1 }
    let own = known.first { readers[$0] == 0 }
    let others = known.filter { $0 != own && rowOf[$0] != nil }
    let sources = others.compactMap { rowOf[$0] } + gates
    let places = ((own.map { [$0] } ?? []) + others).compactMap(graph.activities[index].after.firstIndex)
    defer {
      for before in known where before != own && readers[before] == 0 {
        if let row = rowOf[before] { rows.give(back: row) }
      }
    }
    if let row = own.flatMap({ rowOf[$0] }) {
      join(index, places, row: row, to: sources[...])
      return row
    }
    guard let first = sources.first else { return nil }
    let row = rows.take()
    program.steps.append(.copy(from: first, to: row))
    join(index, places, row: row, to: sources.dropFirst())
    return row
  }

  /// Raises the row of an activity's start, which holds the first of what it waits for, to the others.
  private mutating func join(_ index: Int, _ places: [Int], row: Int, to sources: ArraySlice<Int>) {
    for (number, source) in sources.enumerated() {
      program.joins.append(
        Program.Join(
          step: program.steps.count, activity: index, isFirst: number == 0,
          earlier: Array(places.prefix(number + 1)),
          other: number + 1 < places.count ? places[number + 1] : -1))
      program.steps.append(.raise(row: row, to: source))
    }
  }

  /// Adds what an activity without a queue does to the row of its start.
  mutating func add(_ activity: Activity, row: Int) {
    switch activity.kind {
    case .request:
      let pledge = scenario.pledges[units[activity.unit].pledge]
      program.steps.append(.request(row: row, day: activity.day, comes: coming(of: pledge)))
      for partner in scenario.partners(of: pledge.id, among: units) where partner.probability < 1 {
        // Held back for ever where the partner's word is not kept, and by nothing else.
        let other = rows.take()
        program.steps.append(.request(row: other, day: -.infinity, comes: coming(of: partner)))
        program.steps.append(.raise(row: row, to: other))
        rows.give(back: other)
      }
    case .work:
      guard activity.law != nil else { return }
      let draw = draws(of: activity).lowerBound
      let calendar = calendar(of: activity)
      program.steps.append(
        calendar < 0
          ? .work(row: row, draw: draw) : .stretchedWork(row: row, draw: draw, calendar: calendar))
    case .job: break
    case .arrival:
      addArrival(of: activity.unit, row: row)
    }
  }

  /// Adds the presence of a unit that is ready when a row says.
  mutating func addArrival(of unit: Int, row: Int) {
    if let draw = stay(of: unit) {
      program.steps.append(.arriveForAStay(unit: unit, row: row, draw: draw))
    } else {
      program.steps.append(.arrive(unit: unit, row: row))
    }
  }

  /// Index in the program of the draw of how long a unit stays; `nil` where it is not withdrawn.
  mutating func stay(of unit: Int) -> Int? {
    let pledge = scenario.pledges[units[unit].pledge]
    guard pledge.withdrawalPerYear > 0 else { return nil }
    return draw(
      Distribution(.exponential(mean: Self.daysPerYear / pledge.withdrawalPerYear)),
      key: StreamKey(seed: seed, name: pledge.id), stream: StageDraws.stay,
      visit: StageDraws.work(need: units[unit].visit))
  }

  /// What is in place may be withdrawn too; its stay counts from day 0.
  mutating func addPresence() {
    for unit in units.indices where units[unit].isInPlace {
      guard scenario.pledges[units[unit].pledge].withdrawalPerYear > 0 else { continue }
      let row = rows.take()
      program.steps.append(.fill(row: row, 0))
      addArrival(of: unit, row: row)
      rows.give(back: row)
    }
  }

  private static var daysPerYear: Double { 365 }

  mutating func finish(_ index: Int, row: Int) {
    rowOf[index] = row
    done[index] = true
    if readers[index] == 0 { rows.give(back: row) }
  }

  /// The draws of an activity's work or services.
  mutating func draws(of activity: Activity) -> Range<Int> {
    let unit = units[activity.unit]
    let key = StreamKey(seed: seed, name: scenario.pledges[unit.pledge].id)
    let stream = StreamName(activity.stage)
    let common = activity.isLift ? -1 : common(of: scenario.pledges[unit.pledge])
    let first = program.draws.count
    for service in 0..<activity.services {
      let visit =
        activity.isLift ? StageDraws.sortie(service, need: unit.visit) : StageDraws.work(need: unit.visit)
      let draw = draw(activity.law ?? .fixed(0), key: key, stream: stream, visit: visit)
      program.draws[draw].common = common
    }
    return first..<program.draws.count
  }

  /// Index in the program of what the delays of a pledge's contributor have in common, or -1.
  private mutating func common(of pledge: Pledge) -> Int {
    let contributor = scenario.contributors.first { $0.id == pledge.contributor }
    guard let contributor, contributor.delayCorrelation > 0 else { return -1 }
    if let known = commonOf[contributor.id] { return known }
    let common = program.commons.count
    program.commons.append(
      Program.Common(
        key: StreamKey(seed: seed, name: contributor.id),
        copula: NormalCopula(correlation: contributor.delayCorrelation)))
    program.steps.append(.drawCommon(common))
    commonOf[contributor.id] = common
    return common
  }

  mutating func draw(_ law: Distribution, key: StreamKey, stream: StreamName, visit: UInt32) -> Int {
    if lawIndex[law] == nil {
      lawIndex[law] = program.laws.count
      program.laws.append(LawCache.law(law))
    }
    program.draws.append(
      Program.Draw(key: key, stream: stream, visit: visit, law: lawIndex[law] ?? 0))
    return program.draws.count - 1
  }

  /// Index of the activity's calendar in the program, or -1.
  mutating func calendar(of activity: Activity) -> Int {
    guard let season = activity.season else { return -1 }
    if let known = program.calendars.firstIndex(of: season) { return known }
    program.calendars.append(season)
    return program.calendars.count - 1
  }

  /// Index of the pledge's chance in the program, or -1 where it is certain.
  private mutating func coming(of pledge: Pledge) -> Int {
    guard pledge.probability < 1 else { return -1 }
    let key = StreamKey(seed: seed, name: pledge.id)
    program.comings.append(Program.Coming(key: key, chance: WordThreshold(pledge.probability)))
    return program.comings.count - 1
  }
}
