internal import CGLPK

/// Factors of rows and columns that bring a program's coefficients near to 1.
struct EvenScale: Sendable, Equatable {
  let rows: [Double]
  /// Of each column of the differenced program.
  let columns: [Double]

  /// None yet.
  init() { (rows, columns) = ([], []) }

  /// The interior point's.
  init(of form: StandardForm, columns count: Int) {
    rows = form.rowFactors
    var columns = [Double](repeating: 1, count: count)
    for (origin, factor) in zip(form.origins, form.columnFactors) {
      if case .column(let column) = origin { columns[column] = factor }
    }
    self.columns = columns
  }

  /// GLPK's; a column that it was not given is brought to 1 where it is largest.
  init(of problem: borrowing GLPKProblem, _ form: DifferencedProgram, _ places: GLPKPlaces) {
    let pointer = problem.pointer
    let rows = places.rows.map { $0 > 0 ? glp_get_rii(pointer, $0) : 1 }
    var largest = form.program.columns.map { _ in 0.0 }
    for (row, factor) in zip(form.program.rows, rows) {
      for entry in row.entries {
        largest[entry.column] = max(largest[entry.column], abs(entry.value) * factor)
      }
    }
    columns = largest.enumerated().map { column, largest in
      let place = places.ofForm(column)
      return place > 0 ? glp_get_sjj(pointer, place) : largest > 0 ? 1 / largest : 1
    }
    self.rows = rows
  }
}
