/// By which means a linear program is solved; none changes its optimum.
package struct RelaxationMeans: Sendable, Equatable {
  /// Whether rows that follow one another are differenced.
  package var differences: Bool
  /// Whether columns of groups are left out until they would help.
  package var sifts: Bool

  /// Whether an interior point finds the basis to begin from.
  package var usesInteriorPoint: Bool

  package init(differences: Bool, sifts: Bool, usesInteriorPoint: Bool = false) {
    self.differences = differences
    self.sifts = sifts
    self.usesInteriorPoint = usesInteriorPoint
  }

  /// The program as it is.
  package static let plain = RelaxationMeans(differences: false, sifts: false)

  /// Rows from which differences save more than they cost.
  private static let fewestRows = 300
  /// Columns in groups from which sifting pays.
  private static let fewestColumns = 4_000

  /// Columns from which the interior point pays.
  private static let fewestForInteriorPoint = 1_500

  /// What pays for the size of a program.
  package init(fitting program: LinearProgram) {
    differences = program.rows.count >= Self.fewestRows && program.rows.contains { $0.follows != nil }
    sifts = program.columns.count { $0.group != nil } >= Self.fewestColumns
    usesInteriorPoint = differences && program.columns.count >= Self.fewestForInteriorPoint
  }
}
