internal import CGLPK

/// What a relaxation's optimum says of a model's deployments and limits: where to look for plans, never a proof.
struct RelaxationPrices: Sendable {
  /// Elements of each deployment.
  let point: [Double]
  /// Weighted gap in days that each deployment's element costs beside the others at these prices.
  let reducedCosts: [Double]
  /// Change of the weighted gap per unit of each limit.
  let limitDuals: [Double]

  /// - Parameters:
  ///   - relaxation: Of the model's own program, or of one with rows and columns behind the model's.
  ///   - model: Whose prices they are.
  init(_ relaxation: LinearOptimum, of model: AllocationModel) {
    point = Array(relaxation.values.prefix(model.deployments.count))
    reducedCosts = Array(relaxation.reducedCosts.prefix(model.deployments.count))
    limitDuals = model.limitDuals(of: relaxation)
  }

  /// - Parameters:
  ///   - problem: Such a program at its optimum, with cuts behind its rows.
  ///   - model: Whose prices they are.
  init(_ problem: borrowing GLPKProblem, of model: AllocationModel) {
    let columns = model.deployments.indices.map { CInt($0 + 1) }
    point = columns.map { glp_get_col_prim(problem.pointer, $0) }
    reducedCosts = columns.map { glp_get_col_dual(problem.pointer, $0) }
    limitDuals = model.limits.indices.map { limit in
      glp_get_row_dual(problem.pointer, CInt(model.cells.count + limit + 1))
    }
  }
}
