/// A scenario and what is to be said about how it was read.
public struct LoadedScenario: Sendable {
  public let scenario: Scenario
  /// The same with every pledge that was ever on record, as the file has them.
  public let allOnRecord: Scenario
  /// The day on which the pool was looked at, where one was asked for.
  public let poolAsOf: CalendarDate?
  /// `sha256:` and 64 hexadecimal digits, the same for the same content whatever its layout or order.
  public let digest: String
  /// Names of the sets of changes that were applied, sorted.
  public let overrides: [String]
  /// The same as one plain JSON text, where ``ReadingOptions/keepsText`` asked for it: with everything that it
  /// includes, its spreadsheets and the chosen overrides, or those on offer where none was chosen.
  public let text: String?
  /// One line each: what was read but plays no part yet, and how much has no source.
  public let notices: [BilingualText]
  /// What is doubtful in the values as they were written, sorted; checks of the scenario as a whole find more.
  public let warnings: [ScenarioWarning]
  let places: EntryPlaces

  /// The same with another scenario, such as one of another day's pool.
  func with(_ scenario: Scenario) -> LoadedScenario {
    LoadedScenario(
      scenario: scenario, allOnRecord: allOnRecord, poolAsOf: poolAsOf, digest: digest, overrides: overrides,
      text: text, notices: notices, warnings: warnings, places: places)
  }

  /// Warnings with their places, sorted by file and place; those without one come last.
  public func located(_ warnings: [ScenarioWarning]) -> [LocatedWarning] { places.located(warnings) }
}

/// A warning and where it is, as far as known.
public struct LocatedWarning: Sendable, CustomStringConvertible {
  public let warning: ScenarioWarning
  /// As it was given on the command line; `nil` where no place is known.
  public let file: String?
  public let line: Int
  public let column: Int

  public var description: String {
    let place = file.map { "\($0):\(line):\(column): " } ?? ""
    return "\(place)warning: \(warning.entry): \(warning.text)"
  }
}

/// Finds entries in the texts that a scenario was read from.
struct EntryPlaces: Sendable {
  let index: EntryIndex
  let sources: [SourceText]

  func located(_ warnings: [ScenarioWarning]) -> [LocatedWarning] {
    let placed = warnings.sorted().map { (warning: $0, place: $0.place ?? place(of: $0.entry)) }
    var located: [LocatedWarning] = []
    for (number, source) in sources.enumerated() {
      var locator = LineLocator(source)
      let here = placed.compactMap { found in
        found.place.flatMap { $0.source == number ? (found.warning, $0) : nil }
      }
      // Sorting is stable for equal places only where told: the warning decides.
      for (warning, place) in here.sorted(by: { ($0.1, $0.0) < ($1.1, $1.0) }) {
        let (line, column) = locator.locate(Int(place.offset))
        located.append(LocatedWarning(warning: warning, file: source.name, line: line, column: column))
      }
    }
    let rest = placed.filter { $0.place == nil }
    return located + rest.map { LocatedWarning(warning: $0.warning, file: nil, line: 0, column: 0) }
  }

  /// Where the identifier of an entry stands, which `needs.medevac` or `needs.medevac.from` names.
  private func place(of entry: String) -> SourcePlace? {
    guard let dot = entry.firstIndex(of: "."), let kind = EntryKind(rawValue: String(entry[..<dot])) else {
      return nil
    }
    // Identifiers may have dots in them.
    var id = entry[entry.index(after: dot)...]
    while true {
      if let place = index.place(of: String(id), in: kind) { return place }
      guard let last = id.lastIndex(of: ".") else { return nil }
      id = id[..<last]
    }
  }
}
