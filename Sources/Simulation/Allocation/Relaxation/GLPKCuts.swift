internal import CGLPK

/// When cutting ends.
package struct CutLimits: Sendable {
  /// A bound that is high enough.
  package var enough: Double
  /// Rounds of cutting, each a relaxation that is solved again.
  package var rounds: Int
  /// Rounds in a row that raise the bound by less than a thousandth of what is still wanted.
  package var idleRounds: Int
  /// How far to look for cuts: each looks where those before it look, too.
  package var reach: Reach

  package enum Reach: Sendable {
    /// By GLPK, in single rows.
    case rows
    /// In single rows over sums that are bounded together; such cuts give something away, so that not every proof
    /// comes to its last digit.
    case sums
    /// In sums of rows that the basis singles out: deeper cuts, which take more columns.
    case basis
  }

  package init(enough: Double, rounds: Int = 30, idleRounds: Int = 3, reach: Reach = .rows) {
    self.enough = enough
    self.rounds = rounds
    self.idleRounds = idleRounds
    self.reach = reach
  }
}

extension GLPKProblem {
  /// Violated by so little, relative to its length, a cut is not worth its row.
  private static let leastDepth = 1e-4
  /// Rows that one round adds at most, the deepest first: fewer where they are dense.
  private static let (cutsOfARound, denseCutsOfARound) = (100, 30)

  /// Raises the relaxation's bound by mixed-integer rounding cuts, which no whole point violates, and leaves them as
  /// rows behind the program's own.
  ///
  /// GLPK's branch and bound makes the same cuts, but weighs each against the whole basis before it takes any; that
  /// takes longer than to solve again with them.
  ///
  /// - Parameters:
  ///   - bound: The relaxation's, whose optimal basis is at hand; where it is not, nothing is done.
  ///   - cuts: When to end.
  ///   - limits: Time and interruption end it sooner.
  /// - Returns: No point with whole columns whole has a smaller objective. Cuts may take some of them away, but never
  ///   all the best ones.
  borrowing func cut(bound: Double, until cuts: CutLimits, limits: SearchLimits) -> Double {
    guard glp_get_status(pointer) == GLP_OPT, glp_get_num_int(pointer) > 0, program.isSafeToCut,
      let rounding = glp_mir_init(pointer)
    else { return bound }
    defer { glp_mir_free(rounding) }
    let own = glp_get_num_rows(pointer)
    let whole = cuts.reach == .rows ? nil : WholeParts(of: program)
    let makers = CutMakers(
      rounding: rounding, whole: whole, sums: whole.map { SumRounding(of: program, $0) },
      usesBasis: cuts.reach == .basis, reach: columnReach)
    var (bound, idle) = (bound, 0)
    for _ in 0..<cuts.rounds where bound < cuts.enough && idle < cuts.idleRounds && !limits.isOver {
      let known = PlainBasis(of: self)
      guard addCuts(makers) > 0 else { break }
      guard resolve(until: limits.stop) else {
        // The optimum before, which others read.
        known.restore(in: self)
        _ = resolve(until: limits.stop)
        break
      }
      let raised = max(bound, glp_get_obj_val(pointer))
      idle = raised - bound < 1e-3 * (cuts.enough - bound) ? idle + 1 : 0
      bound = raised
      dropLoose(behind: own)
    }
    return bound
  }

  /// What makes cuts of one program.
  private struct CutMakers {
    /// GLPK's.
    let rounding: OpaquePointer
    /// What is whole, where cuts of GLPK's are not all there is.
    let whole: WholeParts?
    let sums: SumRounding?
    let usesBasis: Bool
    /// Largest distance of each column from 0.
    let reach: [Double]
  }

  private var columnReach: [Double] {
    stride(from: CInt(1), through: glp_get_num_cols(pointer), by: 1).map { column in
      let bounds = GLPKBounds(ofColumn: column, in: pointer)
      return max(abs(bounds.lower), abs(bounds.upper))
    }
  }

  /// The number of rows that were added.
  private borrowing func addCuts(_ makers: CutMakers) -> Int {
    let pool = glp_create_prob()
    defer { glp_delete_prob(pool) }
    glp_add_cols(pool, glp_get_num_cols(pointer))
    glp_mir_gen(pointer, makers.rounding, pool)
    let values = values
    var found = stride(from: CInt(1), through: glp_get_num_rows(pool), by: 1).compactMap { number in
      RowRounding.Cut(row: number, of: pool, at: values)
    }
    if let sums = makers.sums { found += sums.cuts(at: values) }
    found = found.compactMap { $0.withoutNoise(reach: makers.reach) }
    // These come without.
    if makers.usesBasis, let whole = makers.whole { found += tableauCuts(whole, reach: makers.reach) }
    let deep = found.enumerated().filter { $0.element.depth > Self.leastDepth }
      .sorted { ($1.element.depth, $0.offset) < ($0.element.depth, $1.offset) }
    let chosen = deep.prefix(makers.usesBasis ? Self.denseCutsOfARound : Self.cutsOfARound)
    for (_, found) in chosen {
      let cut = makers.whole.map { found.madeWhole($0.columns, reach: makers.reach) } ?? found
      let row = glp_add_rows(pointer, 1)
      glp_set_row_bnds(pointer, row, GLP_UP, 0, cut.upper)
      glp_set_mat_row(
        pointer, row, CInt(cut.columns.count), [0] + cut.columns.map { CInt($0 + 1) }, [0] + cut.values)
    }
    return chosen.count
  }

  /// Takes out the rows behind the program's own that do not bind.
  private borrowing func dropLoose(behind own: CInt) {
    drop(
      stride(from: own + 1, through: glp_get_num_rows(pointer), by: 1)
        .filter { glp_get_row_stat(pointer, $0) == GLP_BS })
  }

  private borrowing func drop(_ rows: [CInt]) {
    if !rows.isEmpty { glp_del_rows(pointer, CInt(rows.count), [0] + rows) }
  }

  /// Which rows and columns at hand are basic, and where the others stand.
  private struct PlainBasis {
    private let rows: [CInt]
    private let columns: [CInt]

    init(of problem: borrowing GLPKProblem) {
      let pointer = problem.pointer
      rows = stride(from: CInt(1), through: glp_get_num_rows(pointer), by: 1)
        .map { glp_get_row_stat(pointer, $0) }
      columns = stride(from: CInt(1), through: glp_get_num_cols(pointer), by: 1)
        .map { glp_get_col_stat(pointer, $0) }
    }

    /// Rows that were added since go.
    func restore(in problem: borrowing GLPKProblem) {
      let added = stride(from: CInt(rows.count + 1), through: glp_get_num_rows(problem.pointer), by: 1)
      problem.drop(Array(added))
      for (row, status) in rows.enumerated() { glp_set_row_stat(problem.pointer, CInt(row + 1), status) }
      for (column, status) in columns.enumerated() {
        glp_set_col_stat(problem.pointer, CInt(column + 1), status)
      }
    }
  }
}

extension RowRounding.Cut {
  /// A cut of GLPK's; `nil` for a row that is none.
  fileprivate init?(row: CInt, of pool: OpaquePointer?, at point: [Double]) {
    guard glp_get_row_type(pool, row) == GLP_UP else { return nil }
    let count = Int(glp_get_mat_row(pool, row, nil, nil))
    var indices = [CInt](repeating: 0, count: count + 1)
    var values = [Double](repeating: 0, count: count + 1)
    glp_get_mat_row(pool, row, &indices, &values)
    let columns = indices.dropFirst().map { Int($0) - 1 }
    values.removeFirst()
    self.init(columns: columns, values: values, upper: glp_get_row_ub(pool, row), depth: 0)
    depth = distance { point[$0] }
  }
}

extension LinearProgram {
  /// The bound that its relaxation and rounds of cutting prove.
  ///
  /// - Throws: ``SolverFailure`` where the relaxation contradicts itself, has no finite optimum, or was not solved.
  package func bound(cutting cuts: CutLimits, limits: SearchLimits) throws(SolverFailure) -> Double {
    try GLPKProblem.with(self) { problem throws(SolverFailure) in
      let relaxation = try problem.solveRelaxation(stop: limits.stop)
      return problem.cut(bound: relaxation.bound, until: cuts, limits: limits)
    }
  }

  /// A row whose coefficients differ by more may give a cut that takes points away for want of digits.
  private static let widestRow = 1e7

  /// Whether cuts made of its rows can be relied on.
  var isSafeToCut: Bool {
    rows.allSatisfy { row in
      var (smallest, largest) = (Double.infinity, 0.0)
      for entry in row.entries {
        smallest = min(smallest, abs(entry.value))
        largest = max(largest, abs(entry.value))
      }
      return largest <= smallest * Self.widestRow
    }
  }
}
