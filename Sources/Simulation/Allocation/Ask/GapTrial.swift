/// A case that a program's relaxation is solved again for.
enum GapTrial: Sendable {
  /// Other bounds, tried at the base's optimum.
  case bounds([RelaxationSession.Change])
  /// Other figures in rows that nothing fills, begun at the base's basis.
  case limits(SteppedLimits)
  /// Another program, solved from nothing.
  case other(@Sendable () -> LinearProgram)

  /// How long it takes beside others: threads end together where the longest come first.
  var weight: Int {
    switch self {
    case .bounds: 0
    case .limits(let limits): limits.rows.isEmpty ? 0 : 1
    case .other: 2
    }
  }
}

/// What a step of a limit does to a program.
struct SteppedLimits: Sendable {
  /// Rows and columns whose bounds change.
  var bounds: [RelaxationSession.Change] = []
  /// Rows that come to hold other figures, and their upper bounds.
  var rows: [(number: Int, upper: Double, entries: [LinearProgram.Entry])] = []
}

extension AllocationModel {
  /// Each step as a trial of the model's program.
  ///
  /// - Parameters:
  ///   - steps: What is tried.
  ///   - threads: Never change what is tried.
  ///   - stop: When nothing more needs to be tried.
  ///   - other: The model after a step that changes what can be sent, or which limits there are.
  /// - Returns: In the order of the steps.
  func trials(
    of steps: [LimitStep], threads: Int, stop: StopSignal,
    _ other: @escaping @Sendable (LimitStep) -> AllocationModel
  ) -> [GapTrial] {
    let plain = PlanLimits(scenario: scenario, deployments: deployments)
    return parallelMap(count: steps.count, threads: threads) { number in
      let step = steps[number]
      guard !stop.isOver else { return .bounds([]) }
      return limits(after: step, plain).map(GapTrial.limits) ?? .other { other(step).program }
    }
  }

  /// A step as a change of the program's rows and columns; `nil` where it changes what can be sent, or which limits
  /// there are.
  private func limits(after step: LimitStep, _ plain: PlanLimits) -> SteppedLimits? {
    guard !step.changesDeployments else { return nil }
    let numbers = Dictionary(limits.enumerated().map { ($1.kind, $0) }) { first, _ in first }
    var stepped = limits
    var changes = SteppedLimits()
    for other in plain.changed(by: step) {
      guard let number = numbers[other.kind] else { return nil }
      let row = cells.count + number
      if limits[number].terms != other.terms {
        changes.rows.append((row, other.most, other.terms.map { .init($0.deployment, $0.coefficient) }))
      } else if limits[number].most != other.most {
        changes.bounds.append(.row(row, lower: -.infinity, upper: other.most))
      }
      stepped[number] = other
    }
    guard program.columns.contains(where: \.isWhole) else { return changes }
    for (number, most) in Self.mostElements(deployments, stepped).enumerated() {
      let column = program.columns[number]
      if column.isWhole, column.upper != most {
        changes.bounds.append(.column(number, lower: column.lower, upper: most))
      }
    }
    return changes
  }
}
