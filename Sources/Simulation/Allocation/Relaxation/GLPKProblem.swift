internal import CGLPK

/// A linear program inside GLPK, usable only on the thread that made it.
///
/// GLPK 5.0 keeps its allocator in thread-local storage, and a problem freed on another thread aborts the
/// process. So the type cannot be copied, and lives only for the length of ``with(_:_:)``, which is not
/// `async` and cannot wake up on another thread.
struct GLPKProblem: ~Copyable {
  let pointer: OpaquePointer
  /// What was loaded; changes made inside GLPK do not show here.
  let program: LinearProgram

  /// Must stay on the thread that makes it.
  ///
  /// - Parameters:
  ///   - program: What is loaded.
  ///   - places: Which rows and columns GLPK is given, and as what; `nil` for all, in order.
  /// - Throws: ``SolverFailure`` where a number of the program is not one GLPK can take (it would abort).
  init(_ program: LinearProgram, _ places: GLPKPlaces? = nil) throws(SolverFailure) {
    guard program.isSound else {
      throw SolverFailure(reason: .numericalTrouble, routine: "check of the program")
    }
    self.program = program
    glp_term_out(GLP_OFF)  // per thread, like the rest of the environment
    pointer = glp_create_prob()
    glp_set_obj_dir(pointer, GLP_MIN)
    load(
      program, rows: places?.rows ?? program.rows.indices.map { CInt($0 + 1) },
      columns: program.columns.indices.map { places?.ofForm($0) ?? CInt($0 + 1) })
  }

  deinit { glp_delete_prob(pointer) }

  /// Loads `program`, hands it to `body` and frees it on the same thread.
  ///
  /// - Throws: ``SolverFailure`` where a number of the program is not one GLPK can take (it would abort).
  static func with<Value>(
    _ program: LinearProgram, _ body: (borrowing GLPKProblem) throws(SolverFailure) -> Value
  ) throws(SolverFailure) -> Value {
    let problem = try GLPKProblem(program)
    return try body(problem)
  }

  static var version: String { String(cString: glp_version()) }

  private borrowing func load(_ program: LinearProgram, rows: [CInt], columns: [CInt]) {
    let (rowCount, columnCount) = (rows.count { $0 > 0 }, columns.count { $0 > 0 })
    if columnCount > 0 { glp_add_cols(pointer, CInt(columnCount)) }
    for (column, index) in zip(program.columns, columns) where index > 0 {
      glp_set_obj_coef(pointer, index, column.cost)
      setBounds(glp_set_col_bnds, index, column.lower, column.upper)
      if column.isWhole { glp_set_col_kind(pointer, index, GLP_IV) }
    }
    if rowCount > 0 { glp_add_rows(pointer, CInt(rowCount)) }
    // GLPK's arrays start at 1.
    var rowNumbers: [CInt] = [0]
    var columnNumbers: [CInt] = [0]
    var values = [0.0]
    for (row, index) in zip(program.rows, rows) where index > 0 {
      setBounds(glp_set_row_bnds, index, row.lower, row.upper)
      for entry in row.entries where columns[entry.column] > 0 {
        rowNumbers.append(index)
        columnNumbers.append(columns[entry.column])
        values.append(entry.value)
      }
    }
    glp_load_matrix(pointer, CInt(values.count - 1), rowNumbers, columnNumbers, values)
  }

  /// Sets the bounds of a row by `glp_set_row_bnds` or of a column by `glp_set_col_bnds`.
  borrowing func setBounds(
    _ set: (OpaquePointer?, CInt, CInt, Double, Double) -> Void, _ index: CInt, _ lower: Double,
    _ upper: Double
  ) {
    let kind: CInt =
      switch (lower.isFinite, upper.isFinite) {
      case (true, true): lower == upper ? GLP_FX : GLP_DB
      case (true, false): GLP_LO
      case (false, true): GLP_UP
      case (false, false): GLP_FR
      }
    set(pointer, index, kind, lower.isFinite ? lower : 0, upper.isFinite ? upper : 0)
  }
}

extension LinearProgram {
  /// Whether GLPK can take it: finite coefficients, no crossed bounds, no column twice in a row, and rows that
  /// follow earlier ones only.
  var isSound: Bool {
    let columnsSound = columns.allSatisfy { $0.cost.isFinite && $0.lower <= $0.upper }
    var lastRow = [Int](repeating: -1, count: columns.count)
    for (number, row) in rows.enumerated() {
      guard row.lower <= row.upper, (0..<number).contains(row.follows ?? 0) || row.follows == nil
      else { return false }
      for entry in row.entries {
        guard entry.value.isFinite, columns.indices.contains(entry.column), lastRow[entry.column] != number
        else { return false }
        lastRow[entry.column] = number
      }
    }
    return columnsSound
  }
}
