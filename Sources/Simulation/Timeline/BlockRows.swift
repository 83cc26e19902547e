/// The rows of one block of replications, and what fills them.
///
/// Owned by one worker and made once: nothing is allocated while blocks run. Rows are arrays of their own, so
/// that two of them can be read and written together by plain vectorised loops.
struct BlockRows {
  static let size = ReplicationWords.blockSize

  var rows: [[Double]]
  var words = [UInt32](repeating: 0, count: size)
  /// The block that is being run.
  private(set) var block = 0
  /// What was drawn last.
  private(set) var days = [Double](repeating: 0, count: size)
  /// Normal scores, by what draws have in common.
  private var commons: [[Double]]
  private var scores = [Double](repeating: 0, count: size)
  /// Days from the scenario's day zero to the crisis, in whole days of one cycle of leap years.
  private var triggerDays = [Double](repeating: 0, count: size)
  /// Whether nothing more can happen at the check that is being met.
  var isSettled = [Bool](repeating: false, count: size)

  init(count: Int, commons: Int) {
    rows = (0..<count).map { _ in [Double](repeating: 0, count: Self.size) }
    self.commons = (0..<commons).map { _ in [Double](repeating: 0, count: Self.size) }
  }

  mutating func begin(block: Int) { self.block = block }

  subscript(row: Int) -> [Double] {
    @inline(__always) get { rows[row] }
  }

  mutating func fill(_ row: Int, with time: Double) {
    var span = rows[row].mutableSpan
    span.update(repeating: time)
  }

  mutating func copy(from source: Int, to row: Int) {
    update(row) { target, others in target.set(to: others.span[source], at: 0) }
  }

  mutating func raise(_ row: Int, to source: Int) {
    update(row) { target, others in target.raise(to: others.span[source]) }
  }

  /// The same, and tells where the other row is later, and where it is at least as late.
  mutating func compareAndRaise(
    _ row: Int, to source: Int
  ) -> (isLater: ReplicationSet, isLast: ReplicationSet) {
    update(row) { target, others in ReplicationSet.raise(&target, to: others.span[source]) }
  }

  /// The day of request; never in the replications in which the pledge's word is not kept.
  mutating func request(_ row: Int, day: Double, comes: Program.Coming?) {
    fill(row, with: day)
    guard let comes else { return }
    fillWords(key: comes.key, stream: Program.comes, visit: 0)
    for index in 0..<Self.size where !comes.chance.isMet(by: words[index]) { rows[row][index] = .infinity }
  }

  /// Draws what many draws of a block have in common.
  mutating func drawCommon(_ common: Int, key: StreamKey) {
    fillWords(key: key, stream: StageDraws.common, visit: 0)
    NormalScores.fill(&commons[common], words: words)
  }

  /// Puts the draws of a block into ``days``.
  mutating func draw(_ draw: Program.Draw, program: borrowing Program) {
    if program.laws.span[draw.law].constant == nil { fillWords(of: draw, program: program) }
    Self.fill(&days, law: program.laws.span[draw.law], words: words)
  }

  private mutating func fillWords(of draw: Program.Draw, program: borrowing Program) {
    fillWords(key: draw.key, stream: draw.stream, visit: draw.visit)
    guard draw.common >= 0 else { return }
    let copula = program.commons[draw.common].copula
    copula.correlate(&words, with: commons[draw.common], scores: &scores)
  }

  private static func fill(_ row: inout [Double], law: borrowing Law, words: [UInt32]) {
    var span = row.mutableSpan
    law.fill(&span, words: words.span)
  }

  /// Adds the draws of a block to a row.
  mutating func work(_ row: Int, draw: Program.Draw, program: borrowing Program) {
    if let constant = program.laws.span[draw.law].constant { return rows[row].add(constant) }
    fillWords(of: draw, program: program)
    Self.add(to: &rows[row], law: program.laws.span[draw.law], words: words, room: &days)
  }

  private static func add(
    to row: inout [Double], law: borrowing Law, words: [UInt32], room: inout [Double]
  ) {
    var row = row.mutableSpan
    var room = room.mutableSpan
    law.add(to: &row, words: words.span, room: &room)
  }

  /// Works the draws of a block through the seasons.
  mutating func work(
    _ row: Int, draw: Program.Draw, season: borrowing SeasonCalendar, program: borrowing Program
  ) {
    self.draw(draw, program: program)
    rows[row].work(days, season: season, shift: triggerDays)
  }

  /// Draws the day of the crisis, from which all days of the block are counted.
  mutating func pullTrigger(_ draw: Program.Draw, program: borrowing Program) {
    self.draw(draw, program: program)
    for replication in 0..<Self.size {
      triggerDays[replication] = SeasonCalendar.dayInCycle(of: days[replication])
    }
  }

  /// When work begun at `start` in one replication is done.
  @inline(__always)
  func finish(
    _ season: borrowing SeasonCalendar, start: Double, work: Double, _ replication: Int
  ) -> Double {
    let shift = triggerDays[replication]
    return season.finish(start: start + shift, work: work) - shift
  }

  /// Sets a row to what was drawn last.
  mutating func open(_ row: Int) { rows[row].set(to: days, at: 0) }

  /// Sets a row to when a gate opens.
  mutating func open(_ row: Int, opening: borrowing CoverageOpening, days: borrowing UnitDays) {
    for replication in 0..<Self.size { rows[row][replication] = opening.day(replication, days) }
  }

  mutating func load(_ times: [Double], at first: Int, into row: Int) { rows[row].set(to: times, at: first) }

  /// Lends one row for writing while the others can be read: for a moment an empty one is in its place.
  @inline(__always)
  private mutating func update<Result>(
    _ row: Int, _ change: (inout [Double], borrowing [[Double]]) -> Result
  ) -> Result {
    var target: [Double] = []
    swap(&target, &rows[row])
    defer { swap(&target, &rows[row]) }
    return change(&target, rows)
  }

  mutating func fillWords(key: StreamKey, stream: StreamName, visit: UInt32) {
    let block = block
    var room = words.mutableSpan
    ReplicationWords.fill(&room, key: key, block: block, stream: stream, visit: visit)
  }

  /// The day of the crisis in one replication, within one cycle of leap years.
  func triggerDay(_ replication: Int) -> Double { triggerDays[replication] }

  /// The word of one replication of the block alone.
  func word(key: StreamKey, stream: StreamName, visit: UInt32, replication: Int) -> UInt32 {
    ReplicationWords.word(
      replication: block * Self.size + replication, key: key, stream: stream, visit: visit)
  }

  /// The days of a draw in one replication of the block alone, in any turn.
  func value(of draw: Program.Draw, turn: Turn, replication: Int, program: borrowing Program) -> Double {
    let own = word(
      key: draw.key, stream: draw.stream.on(turn), visit: draw.visit, replication: replication)
    guard draw.common >= 0 else { return program.laws.span[draw.law].value(word: own) }
    let copula = program.commons[draw.common].copula
    return program.laws.span[draw.law].value(
      word: copula.correlated(own, with: commons[draw.common][replication]))
  }
}
