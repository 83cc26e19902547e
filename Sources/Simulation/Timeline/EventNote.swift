/// Something that happens in a replication that is run event by event.
enum EventNote: Sendable {
  /// A task may begin, or a job comes to its queue; infinite where it never does.
  case begins(task: Int, at: Double, turn: Turn)
  /// A carrier or a server takes it, once for each service.
  case served(task: Int, from: Double, until: Double)
  /// Its days are over; its risk events are still to come.
  case ends(task: Int, at: Double, turn: Turn)
  /// A gate opens, by index among the program's openings.
  case opens(gate: Int, on: Double)
}
