/// A basis near a point inside the program: the columns that are farther from their bounds than their prices are
/// from 0, as far as they are independent.
///
/// Equations that none of them fill stay in the basis themselves, at 0. With any other column in their place, which
/// would be at a bound anyway, the basis would ask for prices that are far from the point's.
struct CrashBasis {
  /// Columns of less are undecided: a basic one's reduced cost is no longer near to 0, and where the basis is badly
  /// conditioned it throws all prices off.
  private static let leastScore = 100.0

  private let form: DifferencedProgram
  private var isUpper: [Bool]
  /// How deep each column is inside its bounds, as in ``InteriorSolution/depths``; 0 for what has no place to move.
  private(set) var scores: [Double]

  init(_ form: DifferencedProgram, near point: InteriorSolution) {
    self.form = form
    let columns = form.program.columns
    isUpper = columns.map { !$0.lower.isFinite && $0.upper.isFinite }
    scores = [Double](repeating: 0, count: columns.count)
    let depths = point.depths
    for (j, origin) in point.form.origins.enumerated() {
      guard case .column(let column) = origin else { continue }
      scores[column] = depths[j]
      if point.form.uppers[j].isFinite {
        isUpper[column] = (point.v[j] / point.w[j] < point.x[j] / point.s[j]) != point.form.isTurned[j]
      }
    }
  }

  /// The basis, as one of the rows that `form` was made of; `columns` counts theirs.
  func basis(columns: Int) -> SimplexBasis {
    // Columns of the differenced program, then each of its equations' own.
    var matrix = SparseColumns(of: form.program)
    for row in form.program.rows.indices { matrix.append([(row: row, value: -1)]) }
    matrix.level()
    var independent = IndependentColumns(of: matrix)
    independent.take(
      scores.indices.filter { scores[$0] > Self.leastScore }.sorted { (scores[$1], $0) < (scores[$0], $1) })
    independent.take(form.program.rows.indices.map { scores.count + $0 })
    var isBasic = [Bool](repeating: false, count: scores.count + form.program.rows.count)
    for column in independent.chosen { isBasic[column] = true }
    func status(_ column: Int) -> SimplexBasis.Status {
      isBasic[column] ? .basic : isUpper[column] ? .atUpper : .atLower
    }
    return SimplexBasis(
      rows: form.activities.compactMap { $0.map(status) }, columns: (0..<columns).map(status),
      loose: Set(form.program.rows.indices.filter { isBasic[scores.count + $0] }))
  }
}
