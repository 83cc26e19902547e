internal import Dispatch
internal import Simulation

/// The linear program's optimum of a model, its independent parts shared out among threads.
struct Relaxing {
  struct Optimum {
    var objective: Double
    var iterations: Int
    var isProved: Bool
    /// The widest gap between a part's objective and the bound that its certificate proves.
    var certificateGap: Double

    var figures: [String: Any] {
      [
        "objective": objective, "iterations": iterations, "isProved": isProved,
        "certificateGap": certificateGap,
      ]
    }
  }

  let model: AllocationModel
  let threads: Int

  func optimum() throws -> Optimum {
    let parts = model.components(wholeUnits: false)
    var sum = Optimum(objective: model.constantGap, iterations: 0, isProved: true, certificateGap: 0)
    for part in try solved(parts) {
      sum.objective += part.objective
      sum.iterations += part.iterations
      sum.isProved = sum.isProved && part.isProved
      sum.certificateGap = max(sum.certificateGap, part.certificate.relativeGap)
    }
    return sum
  }

  private func solved(_ parts: [ModelPart]) throws -> [LinearOptimum] {
    guard threads > 1 else { return try parts.map { try LinearSolver.relaxation(of: $0.model.program) } }
    let outcomes = OutcomeTable(count: parts.count)
    DispatchQueue.concurrentPerform(iterations: parts.count) { number in
      outcomes.set(
        Result { try LinearSolver.relaxation(of: parts[number].model.program, threads: threads) }, number)
    }
    return try outcomes.all
  }

  static func size(of model: AllocationModel) -> [String: Any] {
    let program = model.program
    return [
      "rows": program.rows.count, "columns": program.columns.count,
      "nonzeros": program.rows.reduce(0) { $0 + $1.entries.count },
    ]
  }
}

/// Results that threads put in, each in a place of its own.
private final class OutcomeTable: @unchecked Sendable {
  // Guarded by the lock.
  private var outcomes: [Result<LinearOptimum, any Error>?]
  private let lock = DispatchSemaphore(value: 1)

  init(count: Int) { outcomes = Array(repeating: nil, count: count) }

  func set(_ outcome: Result<LinearOptimum, any Error>, _ number: Int) {
    lock.wait()
    outcomes[number] = outcome
    lock.signal()
  }

  var all: [LinearOptimum] { get throws { try outcomes.compactMap { try $0?.get() } } }
}
