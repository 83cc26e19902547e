extension AllocationModel {
  /// The deployments' values of a point with whole ones made exactly whole; `nil` where one is not whole, or
  /// out of bounds, as in a point at which the clock stopped the solver.
  func rounded(_ point: [Double]) -> [Double]? {
    var result = Array(point.prefix(deployments.count))
    for number in result.indices {
      let column = program.columns[number]
      let nearest = result[number].rounded()
      if column.isWhole {
        guard abs(result[number] - nearest) < 1e-6, nearest >= column.lower, nearest <= column.upper else {
          return nil
        }
        result[number] = nearest
      } else {
        // Basic columns come back a rounding error beside a whole number.
        let tidy = abs(result[number] - nearest) < 1e-9 ? nearest : result[number]
        result[number] = min(max(tidy, column.lower), column.upper)
      }
    }
    return result
  }

  /// Whether something may be divided beside whole elements.
  var isPartlyDivisible: Bool { deployments.indices.contains { !program.columns[$0].isWhole } }
}
