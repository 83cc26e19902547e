/// A basis near a point inside the program: the columns that are farther from their bounds than their prices are
/// from 0, as far as they are independent.
///
/// Rows that none of them fill are filled by activities; with those any independent set can be completed.
struct CrashBasis {
  private let form: DifferencedProgram
  /// Columns of the differenced program, then each of its rows' own activity.
  private var matrix: SparseColumns
  private var isUpper: [Bool]
  /// How much farther from its bounds than its price from 0; 0 for what has no place to move.
  private(set) var scores: [Double]

  init(_ form: DifferencedProgram, near point: InteriorPoint) {
    self.form = form
    let program = form.program
    matrix = SparseColumns(of: program)
    for row in program.rows.indices { matrix.append([(row: row, value: -1)]) }
    let count = program.columns.count
    isUpper =
      program.columns.map { !$0.lower.isFinite && $0.upper.isFinite }
      + program.rows.map { !$0.lower.isFinite && $0.upper.isFinite }
    scores = [Double](repeating: 0, count: count + program.rows.count)
    for (j, origin) in point.form.origins.enumerated() {
      let place =
        switch origin {
        case .column(let column): column
        case .activity(let row): count + row
        }
      scores[place] = min(point.x[j] / point.s[j], point.w[j] > 0 ? point.v[j] / point.w[j] : .infinity)
      if point.form.uppers[j].isFinite {
        isUpper[place] = (point.v[j] / point.w[j] < point.x[j] / point.s[j]) != point.form.isTurned[j]
      }
    }
    matrix.level()
  }

  /// The basis, as one of the rows that `form` was made of; `columns` counts theirs.
  func basis(columns: Int) -> SimplexBasis {
    var independent = IndependentColumns(of: matrix)
    let good = scores.indices.filter { scores[$0] > 1 }.sorted { (scores[$1], $0) < (scores[$0], $1) }
    independent.take(good)
    let count = form.program.columns.count
    independent.take(form.activities.indices.map { form.activities[$0] ?? count + $0 })
    var isBasic = [Bool](repeating: false, count: scores.count)
    for column in independent.chosen { isBasic[column] = true }
    func status(_ place: Int) -> SimplexBasis.Status {
      isBasic[place] ? .basic : isUpper[place] ? .atUpper : .atLower
    }
    return SimplexBasis(
      rows: form.activities.enumerated().map { row, activity in status(activity ?? count + row) },
      columns: (0..<columns).map(status))
  }
}
