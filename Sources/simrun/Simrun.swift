internal import ArgumentParser
internal import Simulation

/// The command: each subcommand parses its words, calls the library and says how it ended.
@main
struct Simrun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simrun",
    abstract: "Shows which gaps in UN peace operations pledged units would really close, and by when.",
    usage: """
      simrun <scenario> [<options>]
      simrun <subcommand> <scenario> [<options>]
      """,
    discussion: """
      'simrun SCENARIO' checks a scenario, plans who should go where and when, tests the plan against chance, \
      and prints one page.

      Exit status: 0 done; 64 wrong usage; 65 scenario refused; 70 the solver failed; 73 output cannot be \
      written; 130 interrupted.
      """,
    version: "simrun \(Version.current), GLPK \(Allocator.solverVersion)",
    subcommands: [
      RunCommand.self, AllocateCommand.self, SimulateCommand.self, TraceCommand.self, AskCommand.self,
      IndispensableCommand.self,
      FrontierCommand.self, ProgressCommand.self, CompareCommand.self,
      CheckCommand.self, SchemaCommand.self, NewCommand.self,
    ],
    defaultSubcommand: RunCommand.self)
}
