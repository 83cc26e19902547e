internal import CGLPK

// Rows that are set aside are unknown to GLPK, and so is what fills them.
extension RelaxationSession {
  /// What a point may go beyond a row, relative to its bound.
  private static let tolerance = 1e-9

  /// Rows that are set aside still.
  var rowsLeftOut: [Int] { aside.rows.filter { !places.holds(row: $0) } }

  /// Of these, the ones that the point at hand goes beyond.
  var rowsBeyond: [Int] {
    mutating get {
      guard !aside.rows.isEmpty else { return [] }
      let room = aside.room(in: program, entries, at: problem.values(of: program, places: places))
      return zip(aside.rows, room).compactMap { row, room in
        let bound = aside.filler(of: row) == nil ? program.rows[row].upper : program.rows[row].lower
        return !places.holds(row: row) && room < -Self.tolerance * max(1, abs(bound)) ? row : nil
      }
    }
  }

  /// Rows set aside that a change touches.
  func rowsNamed(by change: Change) -> [Int] {
    let rows: [Int]
    switch change {
    case .row(let row, _, _): rows = [row]
    case .column(let column, _, _), .cost(_, let column):
      rows = [aside.row(filledBy: column)].compactMap(\.self)
    case .added(_, let entries): rows = entries.map(\.row)
    }
    return rows.filter { !places.holds(row: $0) }
  }

  /// Gives the solver rows that were set aside, as equations, each filled so that the basis stays one.
  ///
  /// Prices stay as they are; the point may be beyond the rows.
  mutating func takeIn(_ rows: [Int]) {
    guard !rows.isEmpty else { return }
    glp_add_rows(problem.pointer, CInt(rows.count))
    for row in rows {
      glp_add_cols(problem.pointer, 1)
      places.append(row: row)
      giveActivity(of: row)
      let filler = aside.filler(of: row)
      if let filler {
        glp_add_cols(problem.pointer, 1)
        give(filler.column, rows: [], [])
      }
      giveEquation(of: row)
      glp_set_col_stat(problem.pointer, filler.map { places.columns[$0.column] } ?? activity(of: row), GLP_BS)
    }
  }

  private func activity(of row: Int) -> CInt { places.activities[row] ?? 0 }

  private func giveActivity(of row: Int) {
    let activity = activity(of: row)
    problem.setBounds(glp_set_col_bnds, activity, program.rows[row].lower, program.rows[row].upper)
    glp_set_obj_coef(problem.pointer, activity, aside.price(of: row))
    glp_set_col_stat(problem.pointer, activity, GLP_NL)
  }

  private func giveEquation(of row: Int) {
    let place = places.rows[row]
    problem.setBounds(glp_set_row_bnds, place, 0, 0)
    glp_set_row_stat(problem.pointer, place, GLP_NS)
    let entries = program.rows[row].entries.filter { places.holds($0.column) }
    let filler = aside.filler(of: row)
    let others = entries.filter { $0.column != filler?.column }
    let largest = others.map { abs($0.value) * glp_get_sjj(problem.pointer, places.columns[$0.column]) }.max()
    let scale = largest.map { 1 / $0 } ?? 1
    glp_set_rii(problem.pointer, place, scale)
    glp_set_sjj(problem.pointer, activity(of: row), 1 / scale)
    if let filler { glp_set_sjj(problem.pointer, places.columns[filler.column], 1 / (scale * filler.value)) }
    // GLPK's arrays start at 1.
    glp_set_mat_row(
      problem.pointer, place, CInt(entries.count + 1),
      [0] + entries.map { places.columns[$0.column] } + [activity(of: row)],
      [0] + entries.map(\.value) + [-1])
  }
}
