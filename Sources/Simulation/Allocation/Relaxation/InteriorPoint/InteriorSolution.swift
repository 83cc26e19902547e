/// A point inside a program and its prices, in the order of the standard form.
struct InteriorSolution {
  let form: StandardForm
  private(set) var x: [Double]
  /// Distance to the upper bound; infinite where there is none.
  private(set) var v: [Double]
  private(set) var s: [Double]
  /// Price of the upper bound; 0 where there is none.
  private(set) var w: [Double]
  /// Of each row.
  private(set) var y: [Double]

  init(_ form: StandardForm) {
    self.form = form
    x = form.costs.map { _ in 0 }
    v = form.costs.map { _ in .infinity }
    (s, w) = (x, x)
    y = form.rightSides.map { _ in 0 }
  }

  /// - Parameters:
  ///   - part: What is known of its variables and own rows.
  ///   - rows: These rows of the program.
  mutating func take(_ part: InteriorPart, rows: [Int]) {
    let found = part.vectors
    for (place, variable) in part.variables.enumerated() {
      guard let variable else { continue }
      (x[variable], s[variable]) = (found.x[place], found.s[place])
      if place < found.bounded { (v[variable], w[variable]) = (found.v[place], found.w[place]) }
    }
    for (place, row) in rows.enumerated() { y[row] = found.y[place] }
  }

  mutating func takeBorder(_ part: InteriorPart, rows: [Int]) {
    for (place, row) in rows.enumerated() { y[row] = part.vectors.y[part.ownRows + place] }
  }

  /// How much farther each variable is from its bounds than their prices are from 0: far above 1 between its bounds, near
  /// 0 at one of them, and undecided where it is neither.
  var depths: [Double] {
    x.indices.map { min(x[$0] / s[$0], w[$0] > 0 ? v[$0] / w[$0] : .infinity) }
  }

  /// Price of each equation, unscaled.
  var equationPrices: [Double] { zip(y, form.rowFactors).map { $0 * $1 } }

  /// Value of each column of the program as it was asked for.
  func values(in program: LinearProgram) -> [Double] {
    var values = program.columns.map(\.resting)
    for (j, origin) in form.origins.enumerated() {
      guard case .column(let column) = origin, column < values.count else { continue }
      let distance = x[j] * form.columnFactors[j]
      values[column] += form.isTurned[j] ? -distance : distance
    }
    return values
  }
}
