/// Something wrong with a scenario, before its place is turned into line and column.
package struct Problem: Sendable, Hashable {
  package var place: SourcePlace
  package var path: String
  package var message: String
  /// Where the other half of it stands.
  package var related: Related?
}

/// A second place that a problem is about, and what is there.
package enum Related: Sendable, Hashable {
  /// The first of two that may stand once.
  case first(SourcePlace)
  /// The bracket of what is broken further on.
  case beginning(SourcePlace)

  package var place: SourcePlace {
    switch self {
    case .first(let place), .beginning(let place): place
    }
  }

  /// What follows the problem's own words.
  ///
  /// - Parameters:
  ///   - line: Of this place.
  ///   - file: Its file, where that is not the problem's own.
  /// - Returns: The end of the sentence.
  func words(line: Int, file: String?) -> String {
    switch self {
    case .first: file.map { " (\($0):\(line))" } ?? " (line \(line))"
    case .beginning: "; it began on line \(line)"
    }
  }
}

/// Gathers everything wrong with a scenario, so that all of it is told in one go.
final class ProblemCollector {
  /// Beyond so many only the count goes on: nobody reads further, and memory must not grow without end.
  static let mostKept = 1_000

  private(set) var problems: [Problem] = []
  private(set) var count = 0
  private var repetitions = 0
  private var kept: Set<Problem> = []

  /// Takes a problem in; one that was taken in before, since its value was read twice, is dropped.
  func report(_ problem: Problem) {
    guard !kept.contains(problem) else {
      repetitions += 1
      return
    }
    count += 1
    guard problems.count < Self.mostKept else { return }
    problems.append(problem)
    kept.insert(problem)
  }

  /// Counts a problem that many entries have and that was told once.
  func reportAgain() { repetitions += 1 }

  /// Rises with every problem met, told or not: whether a part was read without one.
  var met: Int { count + repetitions }

  /// Everything found, as the user sees it: sorted by place, with lines and columns.
  func rejection(of sources: [SourceText]) -> ScenarioRejected {
    let related = Self.lines(of: problems.compactMap(\.related?.place), in: sources)
    var issues: [ScenarioIssue] = []
    for (number, source) in sources.enumerated() {
      var locator = LineLocator(source)
      let found = problems.filter { $0.place.source == number }
      for problem in found.sorted(by: { ($0.place, $0.path) < ($1.place, $1.path) }) {
        let (line, column) = locator.locate(Int(problem.place.offset))
        let suffix =
          problem.related.map {
            let other = Int($0.place.source)
            return $0.words(line: related[$0.place] ?? 0, file: other == number ? nil : sources[other].name)
          } ?? ""
        issues.append(
          ScenarioIssue(
            file: source.name, line: line, column: column, path: problem.path,
            message: problem.message + suffix, excerpt: locator.excerpt()))
      }
    }
    return ScenarioRejected(issues: issues, omitted: count - issues.count)
  }

  private static func lines(of places: [SourcePlace], in sources: [SourceText]) -> [SourcePlace: Int] {
    var lines: [SourcePlace: Int] = [:]
    for (number, source) in sources.enumerated() {
      var locator = LineLocator(source)
      for place in places.filter({ $0.source == number }).sorted() {
        lines[place] = locator.locate(Int(place.offset)).line
      }
    }
    return lines
  }
}
