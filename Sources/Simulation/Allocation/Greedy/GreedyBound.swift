extension AllocationModel {
  /// A plan filled in one sweep, with what is proved of it without a solver; `nil` where pins leave none within
  /// reach.
  package func greedyPlan() -> (sent: [Double], weightedGap: Double, bound: Double, keepsEveryLimit: Bool)? {
    GreedyFill(model: self, stop: StopSignal()).plan.map {
      ($0.sent, $0.weightedGap, bound(shortUnder: $0), $0.keepsEveryLimit)
    }
  }

  /// A figure in weighted days that no plan goes below, told from one plan without a solver.
  ///
  /// What is short under the plan is priced at what it weighs, and each pledge's element at the most that it could
  /// close of that. Any prices give a bound (`OptimumCertificate`); these are the better the nearer the plan is to
  /// an optimum.
  func bound(shortUnder plan: PlanState) -> Double {
    var prices = [Double](repeating: 0, count: program.rows.count)
    for (number, demand) in demands.enumerated() {
      let short = plan.ownShortfall(ofCell: number)
      if short > 0 { prices[number] = demand.perUnit * demand.weight(ofLast: short) }
    }
    var values = [Double](repeating: 0, count: deployments.count)
    for row in cells.indices where prices[row] > 0 {
      for entry in program.rows[row].entries where entry.column < values.count {
        values[entry.column] += prices[row] * entry.value
      }
    }
    for (number, limit) in limits.enumerated() where limit.isSupply {
      let dearest = limit.terms.reduce(0) { dearest, term in
        term.coefficient > 0 ? max(dearest, values[term.deployment] / term.coefficient) : dearest
      }
      prices[cells.count + number] = -dearest
    }
    return max(constantGap, OptimumCertificate.bound(of: program, prices: prices))
  }
}

extension CellDemand {
  /// What the last unit of a shortfall weighs: that of the piece in which it ends.
  fileprivate func weight(ofLast shortfall: Double) -> Double {
    var rest = shortfall
    for piece in pieces {
      rest -= piece.size
      if rest <= 0 { return piece.weight }
    }
    return pieces.last?.weight ?? 0
  }
}
