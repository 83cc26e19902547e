import Foundation

/// The built command, run as a process of its own.
enum Command {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String

    /// Standard output read as one JSON object.
    func json() throws -> [String: Any] {
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:]
    }
  }

  /// The root of the package, from where this file lies in it.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// `SIMRUN_BINARY`, or what was built beside the running tests, or else in release mode.
  static let binary: URL = {
    let named = ProcessInfo.processInfo.environment["SIMRUN_BINARY"].map { URL(fileURLWithPath: $0) }
    let besides = ([Bundle.main] + Bundle.allBundles).flatMap { bundle in
      [bundle.executableURL, bundle.bundleURL, bundle.bundleURL.deletingLastPathComponent()].compactMap {
        $0?.deletingLastPathComponent().appendingPathComponent("simrun")
      }
    }
    let usual = root.appendingPathComponent(".build/release/simrun")
    return ([named].compactMap(\.self) + besides).first(where: isProgram) ?? usual
  }()

  private static func isProgram(_ url: URL) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory)
      && !isDirectory.boolValue && FileManager.default.isExecutableFile(atPath: url.path)
  }

  /// A shipped scenario.
  static func scenario(_ name: String) -> String { root.appendingPathComponent("Scenarios/\(name)").path }

  /// Runs it to its end.
  static func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
    try RunningCommand(arguments, output: nil, environment: environment).finished()
  }

  static func started(_ arguments: [String], output: Any? = nil) throws -> RunningCommand {
    try RunningCommand(arguments, output: output)
  }
}

/// The command while it runs; what it writes goes to files, so that no pipe fills up.
final class RunningCommand {
  private let process = Process()
  private let folder: URL
  private let output: URL
  private let errors: URL

  /// What is in `environment` takes the place of the tests' own.
  init(_ arguments: [String], output given: Any?, environment: [String: String] = [:]) throws {
    folder = try Folder.make()
    output = folder.appendingPathComponent("output")
    errors = folder.appendingPathComponent("errors")
    for file in [output, errors] { try Data().write(to: file) }
    process.executableURL = Command.binary
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try given ?? FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
  }

  func interrupt() { process.interrupt() }
  func terminate() { process.terminate() }

  /// Waits for its end; a death by signal gives 128 and the signal's number, as in a shell.
  func finished() throws -> Command.Outcome {
    process.waitUntilExit()
    defer { try? FileManager.default.removeItem(at: folder) }
    let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
    return Command.Outcome(
      status: signal + process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }
}
