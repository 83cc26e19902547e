/// One reason why a scenario cannot be used, and where in the file it is.
public struct ScenarioIssue: Error, Hashable, Sendable, CustomStringConvertible {
  /// As it was given on the command line.
  public let file: String
  /// From 1; 0 where the file as a whole is meant.
  public let line: Int
  /// Unicode scalars from 1; 0 where the file as a whole is meant.
  public let column: Int
  /// From the top of the file, as `$.needs[3].quantity`; entries count from 0.
  public let path: String
  /// What is wrong, what is allowed, and the nearest valid name.
  public let message: String
  /// The source line and a caret below the place; empty where the file as a whole is meant, or is no text.
  public let excerpt: String

  init(file: String, line: Int, column: Int, path: String, message: String, excerpt: String) {
    self.file = file
    self.line = line
    self.column = column
    self.path = path
    self.message = message
    self.excerpt = excerpt
  }

  /// A problem with the file as a whole.
  init(file: String, message: String) {
    self.init(file: file, line: 0, column: 0, path: "", message: message, excerpt: "")
  }

  public var description: String {
    let place = line == 0 ? file : "\(file):\(line):\(column)"
    let way = path.isEmpty || line == 0 ? "" : "\(path): "
    return "\(place): \(way)\(message)\(excerpt.isEmpty ? "" : "\n\(excerpt)")"
  }
}

/// Everything that is wrong with a scenario.
public struct ScenarioRejected: Error, Equatable, Sendable, CustomStringConvertible {
  /// Issues that ``description`` spells out.
  public static let mostShown = 50

  /// Sorted by place.
  public let issues: [ScenarioIssue]
  /// Further issues that were counted only.
  public let omitted: Int
  /// Whether the call is wrong and not the file: it names an override that the scenario does not have.
  public let isWrongUsage: Bool

  init(issues: [ScenarioIssue], omitted: Int = 0) {
    self.issues = issues
    self.omitted = omitted
    isWrongUsage = false
  }

  /// An override was asked for that the scenario does not have.
  init(unknownOverride name: String, among names: [String]) {
    var nearest = NearestName()
    let hint =
      nearest.nearest(to: name, among: names).map { "; did you mean '\($0)'?" }
      ?? (names.isEmpty ? "; the scenario has none" : "; there are: \(names.joined(separator: ", "))")
    issues = [ScenarioIssue(file: "--with", message: "no override is called \(quoted(name))\(hint)")]
    omitted = 0
    isWrongUsage = true
  }

  /// A pledge was asked for that the scenario does not have.
  init(unknownPledge name: String, among names: [String]) {
    var nearest = NearestName()
    let hint = nearest.nearest(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
    issues = [ScenarioIssue(file: "--pledge", message: "no pledge has the id \(quoted(name))\(hint)")]
    omitted = 0
    isWrongUsage = true
  }

  /// The text for the user: one issue after the other, then how many more there are.
  public var description: String {
    let shown = issues.prefix(Self.mostShown)
    let more = issues.count - shown.count + omitted
    return (shown.map(\.description) + (more > 0 ? ["and \(more) more"] : [])).joined(separator: "\n")
  }
}
