/// How a scenario is to be read.
public struct ReadingOptions: Sendable {
  /// Names of the sets of changes to apply; their order means nothing.
  public var overrides: [String]
  /// Whether files outside the folder of the scenario may be read.
  public var allowsOutside: Bool
  /// Whether to keep the scenario as one text, ``LoadedScenario/text``.
  public var keepsText: Bool
  /// The day on which the pool of pledges is looked at; `nil` takes all but those withdrawn by day 0.
  public var poolAsOf: CalendarDate?

  public init(
    overrides: [String] = [], allowsOutside: Bool = false, keepsText: Bool = false,
    poolAsOf: CalendarDate? = nil
  ) {
    self.overrides = overrides
    self.allowsOutside = allowsOutside
    self.keepsText = keepsText
    self.poolAsOf = poolAsOf
  }
}

/// The door from a scenario file to a ``Scenario``.
public enum ScenarioFile {
  /// Reads and checks a whole scenario: the file, what it includes, its CSV files.
  ///
  /// - Throws: ``ScenarioRejected`` with everything that is wrong, sorted by file and place.
  public static func read(
    path: String, options: ReadingOptions = ReadingOptions()
  ) throws(ScenarioRejected) -> LoadedScenario {
    try read(top: path, store: FileStore(), options)
  }

  /// Reads and checks a whole scenario that is in memory already; no file is opened.
  ///
  /// - Parameters:
  ///   - bytes: The scenario.
  ///   - name: What messages call it by; paths in it are relative to this one.
  ///   - files: What it includes and its CSV files, by path.
  ///   - options: How it is to be read.
  /// - Returns: The scenario, and what is to be said about it.
  /// - Throws: ``ScenarioRejected`` with everything that is wrong, sorted by file and place.
  public static func read(
    bytes: [UInt8], name: String, files: [String: [UInt8]] = [:], options: ReadingOptions = ReadingOptions()
  ) throws(ScenarioRejected) -> LoadedScenario {
    var files = files
    files[name] = bytes
    return try read(top: name, store: FileStore(inMemory: files), options)
  }

  private static func read(
    top path: String, store: FileStore, _ options: ReadingOptions
  ) throws(ScenarioRejected) -> LoadedScenario {
    var store = store
    let bytes: [UInt8]
    do throws(FileProblem) {
      bytes = try store.read(path)
    } catch {
      throw ScenarioRejected(issues: [ScenarioIssue(file: path, message: error.message)])
    }
    let reading = Reading()
    let assembler = Assembler(reading, store: store, allowsOutside: options.allowsOutside)
    let assembled = assembler.assemble(top: FilePlace(top: path), bytes: bytes)
    return try read(assembled, reading, assembler.sources, options)
  }

  private static func read(
    _ assembled: JSONNode?, _ reading: Reading, _ sources: [SourceText], _ options: ReadingOptions
  ) throws(ScenarioRejected) -> LoadedScenario {
    guard let assembled else { throw reading.problems.rejection(of: sources) }
    let chosen = Set(options.overrides).sorted()
    let sets = OverrideSets(assembled, reading)
    if let unknown = sets.unknown(among: chosen) {
      throw ScenarioRejected(unknownOverride: unknown, among: sets.names)
    }
    let root = sets.applied(chosen, to: assembled, reading)
    let scenario = ScenarioReader(reading, root: root).read()
    guard reading.problems.count == 0, let scenario else { throw reading.problems.rejection(of: sources) }
    precondition(reading.incomplete.isEmpty, "names were left unchecked for no reason that was told")
    let content = root.without("overrides")
    let whole = chosen.isEmpty ? root : content
    let poolDay = options.poolAsOf.map { $0.days(since: scenario.dayZero) }
    let pool = poolDay.map(scenario.withPool) ?? scenario.withoutWithdrawn
    return LoadedScenario(
      scenario: pool, allOnRecord: scenario, poolAsOf: options.poolAsOf,
      digest: ContentDigest.of(content, kinds: reading.kinds), overrides: chosen,
      text: options.keepsText ? PlainJSON(kinds: reading.kinds).text(of: whole) : nil,
      notices: Notices.about(scenario, overridesNotApplied: sets.names.filter { !chosen.contains($0) })
        + Notices.about(pool: pool, of: scenario, asOf: options.poolAsOf),
      warnings: reading.warnings.sorted(), places: EntryPlaces(index: reading.index, sources: sources))
  }
}
