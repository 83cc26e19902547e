internal import CGLPK

/// What a relaxation's optimum says of a model's deployments: where to look for plans, never a proof.
struct RelaxationPrices: Sendable {
  /// Elements of each deployment.
  let point: [Double]
  /// Weighted gap in days that each deployment's element costs beside the others at these prices.
  let reducedCosts: [Double]
  /// What the limits that each deployment's element draws on are worth, in weighted days; cuts count as limits.
  let claims: [Double]

  /// - Parameters:
  ///   - relaxation: Of the model's own program, or of one with rows and columns behind the model's.
  ///   - model: Whose prices they are.
  init(_ relaxation: LinearOptimum, of model: AllocationModel) {
    self.init(
      point: Array(relaxation.values.prefix(model.deployments.count)),
      reducedCosts: Array(relaxation.reducedCosts.prefix(model.deployments.count)),
      cellDuals: Array(relaxation.rowDuals.prefix(model.cells.count)), of: model)
  }

  /// - Parameters:
  ///   - problem: Such a program at its optimum, with cuts behind its rows.
  ///   - model: Whose prices they are.
  init(_ problem: borrowing GLPKProblem, of model: AllocationModel) {
    let columns = model.deployments.indices.map { CInt($0 + 1) }
    self.init(
      point: columns.map { glp_get_col_prim(problem.pointer, $0) },
      reducedCosts: columns.map { glp_get_col_dual(problem.pointer, $0) },
      cellDuals: model.cells.indices.map { glp_get_row_dual(problem.pointer, CInt($0 + 1)) }, of: model)
  }

  /// What an element costs beside others is what it draws on, less what it closes.
  private init(point: [Double], reducedCosts: [Double], cellDuals: [Double], of model: AllocationModel) {
    self.point = point
    self.reducedCosts = reducedCosts
    var claims = reducedCosts
    for (cell, dual) in zip(model.cells, cellDuals) {
      for entry in cell.entries { claims[entry.deployment] += dual * entry.brings }
    }
    self.claims = claims
  }
}
