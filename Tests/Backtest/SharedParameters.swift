package import Simulation

/// What is fitted: two numbers that are the same for all missions.
package struct SharedParameters: Sendable, Equatable {
  /// Factor on the days of the stages before the move.
  package var tempo: Double
  /// How far the delays of one mission's units move together: every contributor's `delayCorrelation`, 0 … 1.
  package var correlation: Double

  package init(tempo: Double, correlation: Double) {
    self.tempo = tempo
    self.correlation = correlation
  }

  /// Stages of papers and preparation in the catalogue's processes; what moves keeps its measured times.
  package static let stages: Set<String> = [
    "agreement", "decision", "dispatch", "inspection", "nomination", "preparation", "selection", "visit",
  ]

  package func applied(to scenario: Scenario) -> Scenario {
    var changed = scenario
    for index in changed.contributors.indices { changed.contributors[index].delayCorrelation = correlation }
    for process in changed.processes.indices {
      for stage in changed.processes[process].stages.indices
      where Self.stages.contains(changed.processes[process].stages[stage].id) {
        let days = changed.processes[process].stages[stage].days
        changed.processes[process].stages[stage].days = days?.scaled(by: tempo)
      }
    }
    return changed
  }
}
