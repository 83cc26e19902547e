/// Where an interior point alone comes to, before any basis.
package struct InteriorValue: Sendable {
  package let objective: Double
  package let steps: Int

  /// `nil` where it stalls before its gap is at most `gap`, relative to the objective.
  package init?(of program: LinearProgram, gap: Double) {
    let form = DifferencedProgram(of: program)
    guard let standard = StandardForm(of: program, in: form) else { return nil }
    var point = InteriorPoint(standard, follows: form.program.rows.map(\.follows))
    guard point.approach(gap: gap, stop: StopSignal()) else { return nil }
    steps = point.steps
    objective = standard.constant + zip(standard.costs, point.x).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
