/// What a step of a limit does to a model that keeps its deployments and its kinds of limits.
struct SteppedLimits: Sendable {
  /// All limits after the step, in their order.
  var all: [PlanLimit]
  /// Rows and columns of the program whose bounds change.
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
      if let limits = limits(after: step, plain) { return .limits(limits) }
      return .other { other(step).program }
    }
  }

  /// The model after a step; `nil` where that changes what can be sent, or which limits there are.
  ///
  /// `plain` are the limits of the model's own scenario and deployments.
  func after(_ step: LimitStep, _ plain: PlanLimits) -> AllocationModel? {
    limits(after: step, plain).map {
      AllocationModel(self, scenario: step.applied(to: scenario), limits: $0)
    }
  }

  /// A step as a change of the program's rows and columns; `nil` where it changes what can be sent, or which limits
  /// there are.
  private func limits(after step: LimitStep, _ plain: PlanLimits) -> SteppedLimits? {
    guard !step.changesDeployments else { return nil }
    let numbers = Dictionary(limits.enumerated().map { ($1.kind, $0) }) { first, _ in first }
    let concerned = plain.changed(by: step)
    let left = Set(concerned.map(\.kind))
    // A share of nothing more is no limit any longer.
    guard limits.allSatisfy({ left.contains($0.kind) || LimitStep(of: $0.kind) != step }) else { return nil }
    var changes = SteppedLimits(all: limits)
    for other in concerned {
      guard let number = numbers[other.kind] else { return nil }
      let row = cells.count + number
      if limits[number].terms != other.terms {
        changes.rows.append((row, other.most, other.terms.map { .init($0.deployment, $0.coefficient) }))
      } else if limits[number].most != other.most {
        changes.bounds.append(.row(row, lower: -.infinity, upper: other.most))
      }
      changes.all[number] = other
    }
    guard program.columns.contains(where: \.isWhole) else { return changes }
    for (number, most) in Self.mostElements(deployments, changes.all).enumerated() {
      let column = program.columns[number]
      if column.isWhole, column.upper != most {
        changes.bounds.append(.column(number, lower: column.lower, upper: most))
      }
    }
    return changes
  }
}

extension LinearProgram {
  /// The program with a step taken.
  func after(_ limits: SteppedLimits) -> LinearProgram {
    var changed = replacingRows(of: limits)
    for change in limits.bounds { _ = changed.make(change) }
    return changed
  }

  /// The program with a step's rows, its bounds as they were.
  func replacingRows(of limits: SteppedLimits) -> LinearProgram {
    var changed = self
    for row in limits.rows { changed.replaceRow(row.number, upper: row.upper, row.entries) }
    return changed
  }
}

extension LinearOptimum {
  /// What a point may go beyond a bound, relative to it.
  private static let tolerance = 1e-9

  /// Whether it is the optimum under stepped limits, too.
  ///
  /// Where no price hangs on what changes, it is so long as its point stays within.
  func stays(under limits: SteppedLimits, in program: LinearProgram) -> Bool {
    limits.rows.allSatisfy { row in
      rowDuals[row.number] == 0 && isWithin(-.infinity, activity(row.entries), row.upper)
    }
      && limits.bounds.allSatisfy { change in
        switch change {
        case .row(let row, let lower, let upper):
          rowDuals[row] == 0 && isWithin(lower, activity(program.rows[row].entries), upper)
        case .column(let column, let lower, let upper):
          reducedCosts[column] == 0 && isWithin(lower, values[column], upper)
        case .cost, .added: false
        }
      }
  }

  private func activity(_ entries: [LinearProgram.Entry]) -> Double {
    entries.reduce(0) { $0 + $1.value * values[$1.column] }
  }

  private func isWithin(_ lower: Double, _ value: Double, _ upper: Double) -> Bool {
    let slack = Self.tolerance * max(1, abs(value))
    return value >= lower - slack && value <= upper + slack
  }
}
