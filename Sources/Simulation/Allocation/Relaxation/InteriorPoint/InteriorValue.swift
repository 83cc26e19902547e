/// Where an interior point alone comes to, before any basis.
package struct InteriorValue: Sendable, Equatable {
  package let objective: Double
  /// What its prices prove of the program's own rows.
  package let bound: Double
  package let steps: Int
  /// Parts that were worked on side by side.
  package let parts: Int

  /// `nil` where it stalls before its gap, relative to the objective, is at most a hundred times `gap`.
  package init?(of program: LinearProgram, gap: Double, threads: Int = 1) {
    let form = DifferencedProgram(of: program)
    guard let standard = StandardForm(of: program, in: form) else { return nil }
    var point = InteriorPoint(standard, follows: form.program.rows.map(\.follows), threads: threads)
    guard point.approach(gap: gap, stop: StopSignal()) else { return nil }
    steps = point.steps
    parts = point.parts.count
    let found = LinearOptimum(short: point.solution, of: program, SparseColumns(of: program), in: form)
    (objective, bound) = (found.objective, found.bound)
  }
}
