/// The program of one level, with what it takes to write a plan down as a point of it.
///
/// Levels differ in costs, in rows that hold what earlier levels reached, and in columns that follow from the
/// plan; the model's own rows stay as they are.
struct LevelProgram: Sendable {
  let model: AllocationModel
  private(set) var program: LinearProgram
  /// Columns that follow from those before them.
  private var derived: [Derived] = []

  private enum Derived: Sendable {
    /// The largest `constant + Σ entries`, but not less than the column's lower bound.
    case largest(column: Int, of: [(constant: Double, entries: [LinearProgram.Entry])])
    /// How far a count lies above and below what it was.
    case deviation(above: Int, below: Int, of: EarlierSending.Count)
    case sum(column: Int, of: [LinearProgram.Entry])
  }

  /// Lacks are small figures beside the solver's absolute tolerances: they are counted in 1/10,000.
  static let lackScale = 1e4

  /// The weighted gap is to be minimised.
  init(gapOf model: AllocationModel) {
    self.model = model
    program = model.program
  }

  /// The largest lack of a mission is to be minimised, as far down as `enough`; counted in ``lackScale``.
  init(fairnessOf model: AllocationModel, _ lacks: MissionLacks, enough: Double) {
    self.init(gapOf: model)
    clearCosts()
    let column = program.addColumn("lack", lower: enough * Self.lackScale, upper: Self.lackScale, cost: 1)
    let sums = lacks.rows.map { (constant: $0.constant * Self.lackScale, entries: entries(of: $0)) }
    for (row, sum) in zip(lacks.rows, sums) {
      program.addRow(
        Self.rowName(row), upper: -sum.constant, sum.entries + [LinearProgram.Entry(column, -1)])
    }
    derived.append(.largest(column: column, of: sums))
  }

  /// The cost is to be minimised.
  init(costOf model: AllocationModel, gapAtMost most: Double) {
    self.init(gapOf: model)
    program = model.costProgram(gapAtMost: most)
  }

  /// The changes to an earlier plan are to be fewest.
  init(changesOf model: AllocationModel, to earlier: EarlierSending, gapAtMost gap: Double, cost: Double) {
    self.init(costOf: model, gapAtMost: gap)
    let prices = model.deployments.indices.map { LinearProgram.Entry($0, program.columns[$0].cost) }
    if prices.contains(where: { $0.value != 0 }) { program.addRow("cost", upper: cost, prices) }
    clearCosts()
    for (number, count) in earlier.counts.enumerated() { addDeviation("\(number)", of: count) }
  }

  /// The same, with every mission held to a smallest coverage.
  ///
  /// To the figure found itself: a bound proved with room to spare would fall short of the plan by that room.
  func holding(_ floor: CoverageFloor?) -> LevelProgram {
    guard let floor else { return self }
    var copy = self
    for row in floor.lacks.rows {
      copy.program.addRow(
        Self.rowName(row), upper: (floor.found - row.constant) * Self.lackScale, entries(of: row))
    }
    return copy
  }

  /// The same, without elements beyond what every need that they count in asks for.
  ///
  /// They close nothing, so the least weighted gap stays; the bounds of columns, which are what rounding counts from, come
  /// nearer.
  var withoutNeedless: LevelProgram {
    var copy = self
    for (deployment, most) in model.mostUseful.enumerated() {
      let column = program.columns[deployment]
      guard most < column.upper else { continue }
      copy.program.setBounds(column.lower, max(column.lower, most), ofColumn: deployment)
    }
    return copy
  }

  /// The same, with the sums to branch on first.
  var withSums: LevelProgram {
    var copy = self
    copy.program = model.withSums(program)
    for row in copy.program.rows.dropFirst(program.rows.count) {
      guard let sum = row.entries.last else { continue }
      copy.derived.append(.sum(column: sum.column, of: row.entries.dropLast()))
    }
    return copy
  }

  /// A plan as a point of the program: its elements, the shortfalls it leaves, and what follows from them.
  func point(_ plan: PlanState) -> [Double] {
    var values = [Double](repeating: 0, count: program.columns.count)
    for deployment in plan.sent.indices { values[deployment] = plan.sent[deployment] }
    for cell in model.cells.indices {
      var rest = plan.shortfall(ofCell: cell)
      for column in model.shortfallColumns[cell] {
        values[column] = min(rest, program.columns[column].upper)
        rest -= values[column]
      }
    }
    for step in derived { complete(&values, step) }
    return values
  }

  private func complete(_ values: inout [Double], _ step: Derived) {
    switch step {
    case .largest(let column, let sums):
      let largest = sums.map { sum in sum.entries.reduce(sum.constant) { $0 + $1.value * values[$1.column] } }
      values[column] = max(program.columns[column].lower, largest.max() ?? 0)
    case .deviation(let above, let below, let count):
      let excess = count.terms.reduce(-count.before) { $0 + $1.value * values[$1.column] }
      values[above] = max(0, excess)
      values[below] = max(0, -excess)
    case .sum(let column, let entries):
      values[column] = entries.reduce(0) { $0 + $1.value * values[$1.column] }
    }
  }

  private mutating func clearCosts() {
    for column in program.columns.indices { program.setCost(0, ofColumn: column) }
  }

  private mutating func addDeviation(_ name: String, of count: EarlierSending.Count) {
    // What was 0 can only have grown.
    guard count.before != 0 else {
      for term in count.terms {
        let cost = program.columns[term.column].cost + EarlierSending.half * term.value
        program.setCost(cost, ofColumn: term.column)
      }
      return
    }
    let above = program.addColumn("above:\(name)", cost: EarlierSending.half)
    let below = program.addColumn("below:\(name)", cost: EarlierSending.half)
    program.addRow(
      "change:\(name)", lower: count.before, upper: count.before,
      count.terms + [LinearProgram.Entry(above, -1), LinearProgram.Entry(below, 1)])
    derived.append(.deviation(above: above, below: below, of: count))
  }

  private func entries(of row: MissionLacks.Row) -> [LinearProgram.Entry] {
    row.terms.flatMap { term in
      model.shortfallColumns[term.cell].map { LinearProgram.Entry($0, term.perUnit * Self.lackScale) }
    }
  }

  private static func rowName(_ row: MissionLacks.Row) -> String { "lack:\(row.mission)" }
}
