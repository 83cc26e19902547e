internal import ArgumentParser
internal import Foundation
internal import Simulation

/// The scenario, which every command needs.
struct ScenarioArgument: ParsableArguments {
  @Argument(help: "The scenario, a JSON file.")
  var scenario: String

  @Option(
    name: .long,
    help: ArgumentHelp("Overrides of the scenario to apply, with commas between them.", valueName: "names"),
    transform: { try Given.names($0) })
  var with: [[String]] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Take the pledges that were on record on that day, such as 2016-09-08.", valueName: "date"),
    transform: { try Given.date($0) })
  var asOf: CalendarDate?

  @Flag(name: .long, help: "Also read files outside the scenario's folder, where it names some.")
  var allowOutside = false

  var reading: ReadingOptions {
    ReadingOptions(overrides: with.flatMap(\.self), allowsOutside: allowOutside, poolAsOf: asOf)
  }
}

/// How a plan is made.
struct PlanningOptions: ParsableArguments {
  @Flag(name: .long, help: "Allow parts of units: a lower limit of the gap, not a plan.")
  var fractional = false

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp("Seconds after which the best plan so far is taken.", valueName: "s"),
    transform: { try Given.seconds($0) })
  var timeLimit: Double?

  @OptionGroup var work: ThreadsOption

  @Option(
    name: .long,
    help: ArgumentHelp(
      "An earlier plan or results.json: among equally good plans, the one that changes least of it.",
      valueName: "file"),
    transform: { try Given.path($0) })
  var previous: String?

  var runOptions: RunOptions {
    RunOptions(
      threads: work.count, isFractional: fractional, timeLimitSeconds: timeLimit, earlierPlan: previous)
  }
}

/// How many run at once.
struct ThreadsOption: ParsableArguments {
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(
      "Threads, 1 to 1024; never change a result. All cores unless given.", valueName: "n"),
    transform: { try Given.whole($0, in: 1...1024) })
  var threads: Int?

  var count: Int { threads ?? min(1024, ProcessInfo.processInfo.activeProcessorCount) }
}

/// What all chance hangs on, and how much of it.
struct ChanceOptions: ParsableArguments {
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp("Whole number that all chance hangs on.", valueName: "n"),
    transform: { try Given.seed($0) })
  var seed: UInt64?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp("How often the plan is tested, 1 to 1000000000.", valueName: "n"),
    transform: { try Given.whole($0, in: 1...1_000_000_000) })
  var replications: Int?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(
      "Test until every headline chance is known to ± p; --replications is then the most.", valueName: "p"),
    transform: { try Given.precision($0) })
  var precision: Double?

  @Flag(
    name: .long, inversion: .prefixedNo,
    help: "Find what holds the plan up, and what changes without it, or leave that out.")
  var causes = true

  func apply(to options: inout RunOptions) {
    options.seed = seed
    options.replications = replications
    options.precision = precision
    options.wantsCauses = causes
  }
}

/// A directory for every table.
struct DirectoryOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write report.html, every table and figure, and results.json into a directory.", valueName: "dir"),
    transform: { try Given.path($0) })
  var out: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "With --out: a directory of templates that take the place of the report's own.", valueName: "dir"),
    transform: { try Given.path($0) })
  var template: String?

  mutating func validate() throws {
    if template != nil, out == nil {
      throw ValidationError("--template is for --out DIR, which is not given")
    }
  }

  /// The target with what is asked for here.
  func added(to target: ResultOutput) throws -> ResultOutput {
    var target = target
    target.directory = out
    target.templates = template
    try target.check()
    return target
  }
}

/// What is printed, and where to.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Write the results as JSON; '-' prints them instead of the page.", valueName: "file"),
    transform: { try Given.path($0) })
  var json: String?

  @Flag(name: .long, help: "No progress bar, and no page where results go to files.")
  var quiet = false

  @Option(
    name: .long, help: ArgumentHelp("Language of page and tables: en or fr.", valueName: "en|fr"),
    transform: { try Given.language($0) })
  var language: Language = .english

  @Flag(name: .long, help: "No colours; NO_COLOR in the environment does the same.")
  var noColor = false

  var target: ResultOutput {
    let usesColour = Terminal.showsOutput && !noColor && !Terminal.refusesColour
    return ResultOutput(
      json: json, isQuiet: quiet, width: Terminal.columns, style: TextStyle(usesColour: usesColour),
      language: language)
  }

  /// Runs the main job with a progress bar, and writes what it gives.
  func printing(
    to target: ResultOutput, _ options: RunOptions, _ scenario: String, _ interruption: Interruption
  ) throws -> ExitStatus {
    let progress = ProgressBar(isShown: !quiet && Terminal.showsErrors)
    defer { progress.finish() }
    let job = MainJob(options: options, interruption: interruption, progress: progress)
    let result = try job.run(path: scenario)
    progress.finish()
    try target.write(result)
    return result.exitStatus
  }

  /// Makes an inquiry with a progress bar, and writes what it gives.
  func printing(
    _ kind: InquiryKind, _ planning: PlanningOptions, reading: ReadingOptions,
    chance: ChanceOptions? = nil, into directory: DirectoryOption, _ scenario: String,
    _ interruption: Interruption
  ) throws -> ExitStatus {
    var options = planning.runOptions
    options.reading = reading
    options.wantsTimeline = false
    options.seed = chance?.seed
    options.replications = chance?.replications
    let target = try directory.added(to: target)
    let progress = ProgressBar(isShown: !quiet && Terminal.showsErrors)
    defer { progress.finish() }
    let job = InquiryJob(kind, options: options, interruption: interruption, progress: progress)
    let result = try job.run(path: scenario)
    progress.finish()
    try target.write(result)
    return result.exitStatus
  }
}
