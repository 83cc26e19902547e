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
      rounding: rounding, sums: whole.map { SumRounding(of: program, $0) },
      basis: cuts.reach == .basis ? whole : nil)
    var (bound, idle) = (bound, 0)
    for _ in 0..<cuts.rounds where bound < cuts.enough && idle < cuts.idleRounds && !limits.isOver {
      guard addCuts(makers) > 0 else { break }
      guard resolve(until: limits.stop) else {
        dropCuts(behind: own, all: true)
        _ = resolve(until: limits.stop)
        break
      }
      let raised = max(bound, glp_get_obj_val(pointer))
      idle = raised - bound < 1e-3 * (cuts.enough - bound) ? idle + 1 : 0
      bound = raised
      dropCuts(behind: own, all: false)
    }
    return bound
  }

  /// What makes cuts of one program.
  private struct CutMakers {
    /// GLPK's.
    let rounding: OpaquePointer
    let sums: SumRounding?
    /// For cuts that use the basis.
    let basis: WholeParts?
  }

  /// The number of rows that were added.
  private borrowing func addCuts(_ makers: CutMakers) -> Int {
    let pool = glp_create_prob()
    defer { glp_delete_prob(pool) }
    let columns = glp_get_num_cols(pointer)
    glp_add_cols(pool, columns)
    glp_mir_gen(pointer, makers.rounding, pool)
    var found = stride(from: CInt(1), through: glp_get_num_rows(pool), by: 1).map { number in
      Cut(row: number, of: pool, at: self)
    }
    if let sums = makers.sums {
      let values = stride(from: CInt(1), through: columns, by: 1).map { glp_get_col_prim(pointer, $0) }
      found += sums.cuts(at: values).map(Cut.init)
    }
    if let whole = makers.basis { found += tableauCuts(whole).map(Cut.init) }
    let deep = found.enumerated().filter { $0.element.depth > Self.leastDepth }
      .sorted { ($1.element.depth, $0.offset) < ($0.element.depth, $1.offset) }
    let chosen = deep.prefix(makers.basis == nil ? Self.cutsOfARound : Self.denseCutsOfARound)
    for (_, cut) in chosen {
      let row = glp_add_rows(pointer, 1)
      setBounds(glp_set_row_bnds, row, cut.lower, cut.upper)
      glp_set_mat_row(pointer, row, CInt(cut.columns.count - 1), cut.columns, cut.values)
    }
    return chosen.count
  }

  /// Takes out the rows behind the program's own that do not bind, or all.
  private borrowing func dropCuts(behind own: CInt, all: Bool) {
    let loose = stride(from: own + 1, through: glp_get_num_rows(pointer), by: 1)
      .filter { all || glp_get_row_stat(pointer, $0) == GLP_BS }
    if !loose.isEmpty { glp_del_rows(pointer, CInt(loose.count), [0] + loose) }
  }

  /// A cut with its distance from the relaxation's optimum.
  private struct Cut {
    /// With GLPK's unused place 0 in front, as ``values``.
    var columns: [CInt]
    var values: [Double]
    let lower: Double
    let upper: Double
    let depth: Double

    init(_ cut: RowRounding.Cut) {
      columns = [0] + cut.columns.map { CInt($0 + 1) }
      values = [0] + cut.values
      (lower, upper, depth) = (-.infinity, cut.upper, cut.depth)
    }

    init(row: CInt, of pool: OpaquePointer?, at problem: borrowing GLPKProblem) {
      let count = Int(glp_get_mat_row(pool, row, nil, nil))
      columns = [CInt](repeating: 0, count: count + 1)
      values = [Double](repeating: 0, count: count + 1)
      glp_get_mat_row(pool, row, &columns, &values)
      let bounds = GLPKBounds(ofRow: row, in: pool)
      (lower, upper) = (bounds.lower, bounds.upper)
      var (activity, squares) = (0.0, 0.0)
      for place in columns.indices.dropFirst() {
        activity += values[place] * glp_get_col_prim(problem.pointer, columns[place])
        squares += values[place] * values[place]
      }
      depth = squares > 0 ? max(lower - activity, activity - upper) / squares.squareRoot() : 0
    }
  }
}

extension LinearProgram {
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
