internal import CGLPK

extension RelaxationSession {
  /// A change to a program.
  package enum Change: Sendable {
    /// New bounds of a row; infinite ones are absent.
    case row(Int, lower: Double, upper: Double)
    /// New bounds of a column; both 0 forbid it.
    case column(Int, lower: Double, upper: Double)
    case cost(Double, column: Int)
    /// A further column, numbered after the last, and its value in each row that it enters.
    case added(LinearProgram.Column, [(row: Int, value: Double)])
  }

  /// Changes ``program`` from now on.
  ///
  /// - Throws: ``SolverFailure`` where a number is none or bounds cross; nothing is changed then.
  package mutating func apply(_ change: Change) throws(SolverFailure) {
    guard isSound(change) else {
      throw SolverFailure(reason: .numericalTrouble, routine: "check of a change")
    }
    atRest = nil
    takeIn(rowsNamed(by: change))
    switch change {
    case .row(let row, let lower, let upper): setBounds(lower, upper, ofRow: row)
    case .column(let column, let lower, let upper): setBounds(lower, upper, ofColumn: column)
    case .cost(let cost, let column):
      program.setCost(cost, ofColumn: column)
      if places.holds(column) {
        glp_set_obj_coef(problem.pointer, places.columns[column], cost - priced(column))
      }
      note(costs: true)
    case .added(let column, let entries): add(column, entries)
    }
  }

  /// The optimum of the program with changes that are taken back afterwards, with the basis.
  ///
  /// - Throws: As ``solve()`` and ``apply(_:)`` do.
  package mutating func solve(changing changes: [Change]) throws(SolverFailure) -> LinearOptimum {
    if start != .optimum(bounds: false, costs: false) {
      let optimum = try solve()
      if optimum.isStopped { return optimum }
    }
    if let optimum = unmoved(by: changes) { return optimum }
    let mark = (
      start: start, atRest: atRest, basis: basis, sifting: sifting, columns: program.columns.count,
      tightened: tightened, given: (rows: places.rowCount, columns: places.count)
    )
    factor()
    if let optimum = mark.atRest { admit(nearestIn: changes, to: optimum) }
    var undo: [Change] = []
    defer {
      for change in undo.reversed() { try? apply(change) }
      takeBack(downTo: mark.given, columns: mark.columns)
      loosen(tightened.subtracting(mark.tightened))
      (start, atRest, sifting, tightened) = (mark.start, mark.atRest, mark.sifting, mark.tightened)
      problem.load(mark.basis, places: places)
    }
    for change in changes {
      let inverse = isSound(change) ? inverse(of: change) : nil
      try apply(change)
      if let inverse { undo.append(inverse) }
    }
    return try solve()
  }

  /// The optimum at rest, where it is one after the changes, too; `nil` where a solver has to find another.
  ///
  /// Most limits hold nothing back: moving one of these moves nothing, and the certificate alone proves that.
  private mutating func unmoved(by changes: [Change]) -> LinearOptimum? {
    guard let optimum = atRest, !stop.isOver, changes.allSatisfy({ isSound($0) }),
      !changes.contains(where: { isFelt($0, at: optimum) })
    else { return nil }
    var undo: [Change] = []
    defer { for change in undo.reversed() { _ = program.make(change) } }
    for change in changes {
      guard let inverse = inverse(of: change), program.make(change) else { return nil }
      undo.append(inverse)
    }
    return optimum.proved(on: program, columns)
  }

  /// Whether a change moves the bound that an optimum's prices prove.
  private func isFelt(_ change: Change, at optimum: LinearOptimum) -> Bool {
    guard case .row(let row, let lower, let upper) = change else { return false }
    let price = optimum.rowDuals[row]
    guard price != 0 else { return false }
    let moved = price > 0 ? lower - program.rows[row].lower : upper - program.rows[row].upper
    return abs(price * moved) > OptimumCertificate.gapTolerance * max(1, abs(optimum.objective))
  }

  /// Factors the basis afresh, so that a trial's bits do not hang on those before it.
  private mutating func factor() {
    let steps = glp_get_it_cnt(problem.pointer)
    guard steps != factoredAfter || glp_bf_exists(problem.pointer) == 0 else { return }
    glp_factorize(problem.pointer)
    factoredAfter = steps
  }

  private func inverse(of change: Change) -> Change? {
    switch change {
    case .row(let row, _, _): .row(row, lower: program.rows[row].lower, upper: program.rows[row].upper)
    case .column(let column, _, _):
      .column(column, lower: program.columns[column].lower, upper: program.columns[column].upper)
    case .cost(_, let column): .cost(program.columns[column].cost, column: column)
    case .added: nil
    }
  }

  private func isSound(_ change: Change) -> Bool {
    switch change {
    case .row(let row, let lower, let upper): program.rows.indices.contains(row) && lower <= upper
    case .column(let column, let lower, let upper):
      program.columns.indices.contains(column) && lower <= upper
    case .cost(let cost, let column): program.columns.indices.contains(column) && cost.isFinite
    case .added(let column, let entries):
      column.cost.isFinite && column.lower <= column.upper && Set(entries.map(\.row)).count == entries.count
        && entries.allSatisfy { program.rows.indices.contains($0.row) && $0.value.isFinite }
    }
  }

  private mutating func note(bounds: Bool = false, costs: Bool = false) {
    guard case .optimum(let boundsBefore, let costsBefore) = start else { return }
    start = .optimum(bounds: bounds || boundsBefore, costs: costs || costsBefore)
  }

  private mutating func setBounds(_ lower: Double, _ upper: Double, ofRow row: Int) {
    program.setBounds(lower, upper, ofRow: row)
    tighten(row)
    if let activity = places.activities[row] {
      problem.setBounds(glp_set_col_bnds, activity, lower, upper)
    } else {
      problem.setBounds(glp_set_row_bnds, places.rows[row], lower, upper)
    }
    note(bounds: true)
  }

  /// A changed row may ask for more than its shortfall may be.
  private mutating func tighten(_ row: Int) {
    guard let column = form.loosened[row], tightened.insert(row).inserted else { return }
    let (lower, upper) = (program.columns[column].lower, program.columns[column].upper)
    problem.setBounds(glp_set_col_bnds, places.columns[column], lower, upper)
  }

  private func loosen(_ rows: Set<Int>) {
    for column in rows.sorted().compactMap({ form.loosened[$0] }) {
      problem.setBounds(
        glp_set_col_bnds, places.columns[column], program.columns[column].lower, .infinity)
    }
  }

  private mutating func setBounds(_ lower: Double, _ upper: Double, ofColumn column: Int) {
    program.setBounds(lower, upper, ofColumn: column)
    // A trial's end has to know that the solver has every bound of it now.
    if program.columns[column].group == nil, let row = form.loosened.firstIndex(of: column) {
      tightened.insert(row)
    }
    if places.holds(column) {
      problem.setBounds(glp_set_col_bnds, places.columns[column], lower, upper)
    } else {
      admit([column])
    }
    note(bounds: true)
  }

  private mutating func add(_ column: LinearProgram.Column, _ entries: [(row: Int, value: Double)]) {
    program.append(column, entries)
    columns?.append(entries.lazy.filter { $0.value != 0 }.map { (row: $0.row, value: $0.value) })
    let written = form.entries(of: entries)
    additions.append(written)
    glp_add_cols(problem.pointer, 1)
    give(program.columns.count - 1, rows: written.map(\.row), written.map(\.value))
    let largest = written.map { abs($0.value) * glp_get_rii(problem.pointer, places.rows[$0.row]) }.max() ?? 1
    glp_set_sjj(problem.pointer, places.count, 1 / largest)
    note(costs: true)
  }

  /// Takes GLPK's last rows and columns from it, down to so many, and from the program columns from `first` on.
  private mutating func takeBack(downTo count: (rows: CInt, columns: CInt), columns first: Int) {
    let (rows, columns) = (count.rows..<places.rowCount, count.columns..<places.count)
    if !rows.isEmpty { glp_del_rows(problem.pointer, CInt(rows.count), [0] + rows.map { $0 + 1 }) }
    if !columns.isEmpty { glp_del_cols(problem.pointer, CInt(columns.count), [0] + columns.map { $0 + 1 }) }
    places.removeLast(downTo: count.columns, firstAdded: first)
    while program.columns.count > first {
      program.removeLastColumn()
      self.columns?.removeLast()
      additions.removeLast()
    }
  }
}

extension LinearProgram {
  /// Changes bounds or a cost; `false`, and nothing is changed, for a further column.
  mutating func make(_ change: RelaxationSession.Change) -> Bool {
    switch change {
    case .row(let row, let lower, let upper): setBounds(lower, upper, ofRow: row)
    case .column(let column, let lower, let upper): setBounds(lower, upper, ofColumn: column)
    case .cost(let cost, let column): setCost(cost, ofColumn: column)
    case .added: return false
    }
    return true
  }

  /// The program after changes; `nil` where one adds a column.
  func making(_ changes: [RelaxationSession.Change]) -> LinearProgram? {
    var changed = self
    for change in changes where !changed.make(change) { return nil }
    return changed
  }
}
