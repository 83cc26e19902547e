internal import ArgumentParser
internal import Simulation

/// Prints the scenario format for editors and other programs.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of a scenario, for editors.")

  func run() throws {
    try Ending.of { _ in
      _ = try StandardStreams.write(ScenarioSchema.text)
      return .done
    }
  }
}
