/// Runs a program block by block and counts what happens; owned by one thread.
struct Worker: BlockWorker {
  let program: Program
  private let entries: [PlanEntry]
  var rows: BlockRows
  var queues: [QueueRunner]
  var events: EventRunner
  var days: UnitDays
  private var coverage: CoverageRunner
  private var tally: Tally
  private var latest = LatestDays()

  init(
    _ program: Program, units: [PlannedUnit], parts: UnitParts, entries: [PlanEntry], coverage: CoveragePlan
  ) {
    self.program = program
    self.entries = entries
    rows = BlockRows(count: program.rowCount, commons: program.commons.count)
    queues = program.queues.map(QueueRunner.init)
    events = EventRunner(program)
    days = UnitDays(units: units, parts: parts, horizon: coverage.horizon)
    self.coverage = CoverageRunner(coverage, entries: entries)
    tally = Tally(entries: entries.count, plan: coverage)
  }

  var counts: Tally { coverage.filled(tally) }

  /// Gap-days of each mission's needs by replication of the last block, then mission, in ``CoveragePlan/gapPart``
  /// days of coverage.
  var missionGaps: [[Int64]] { coverage.missionGaps }

  /// What the last block came to, replication by replication.
  var block: BlockOutcomes { coverage.outcomes }

  /// Runs the block's 256 replications and counts the first so many.
  mutating func run(block: Int, counting replications: Int) {
    rows.begin(block: block)
    for number in program.steps.indices { run(program.steps[number]) }
    count(replications: replications)
  }

  /// Counts the first so many replications of the block that was run last.
  mutating func count(replications: Int) {
    for number in entries.indices {
      tally.count(entries[number], number: number, days: days, latest: &latest, replications: replications)
    }
    coverage.count(days, replications: replications, into: &tally)
  }

  @inline(__always)
  mutating func run(_ step: Program.Step) {
    switch step {
    case .pullTrigger: rows.pullTrigger(program.draws[program.trigger], program: program)
    case .drawCommon(let common): rows.drawCommon(common, key: program.commons[common].key)
    case .fill(let row, let time): rows.fill(row, with: time)
    case .request(let row, let day, let comes):
      rows.request(row, day: day, comes: comes < 0 ? nil : program.comings[comes])
    case .copy(let source, let row): rows.copy(from: source, to: row)
    case .raise(let row, let source): rows.raise(row, to: source)
    case .open(let row, let draw):
      rows.draw(program.draws[draw], program: program)
      rows.open(row)
    case .work(let row, let draw):
      rows.work(row, draw: program.draws[draw], program: program)
    case .stretchedWork(let row, let draw, let calendar):
      rows.work(
        row, draw: program.draws[draw], season: program.calendars.span[calendar], program: program)
    case .openWithCoverage(let row, let opening):
      rows.open(row, opening: program.openings.span[opening], days: days)
    case .serve(let queue): queues[queue].run(&rows, program: program)
    case .runEvents: events.run(&rows, &days, program: program)
    case .meet(let check, let row): rows.meet(check, row: row, program: program)
    case .arrive(let unit, let row): days.set(unit, times: rows[row].span)
    case .arriveForAStay(let unit, let row, let draw):
      rows.draw(program.draws[draw], program: program)
      let (times, stays) = (rows[row], rows.days)
      days.set(unit, times: times.span, stays: stays.span)
    }
  }
}
