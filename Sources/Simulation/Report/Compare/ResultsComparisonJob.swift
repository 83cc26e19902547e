/// Compares two `results.json` from end to end.
public struct ResultsComparisonJob: Sendable {
  private let comparison: Comparison
  /// Files of runs that were interrupted.
  private let partial: [String]

  /// Reads both, if they are results of runs and no scenarios; `nil` where neither is a results file.
  ///
  /// - Parameters:
  ///   - first: A file.
  ///   - second: The other.
  /// - Throws: ``ScenarioRejected`` where only one is, or what is said cannot be compared.
  public init?(first: String, second: String) throws(ScenarioRejected) {
    // What is not there is told by whoever reads scenarios.
    guard let one = try? FileBytes.read(first), let two = try? FileBytes.read(second) else { return nil }
    switch (ResultsFile.isResults(one), ResultsFile.isResults(two)) {
    case (false, false): return nil
    case (true, true): break
    case (let isFirst, _):
      throw ScenarioRejected(issues: [
        ScenarioIssue(
          file: isFirst ? second : first,
          message: "this is not the results of a run, and \(isFirst ? first : second) is; "
            + "compare two scenarios, or two results.json")
      ])
    }
    let results = (
      try ResultsFile.read(bytes: one, name: first), try ResultsFile.read(bytes: two, name: second)
    )
    comparison = ResultsComparison(first: results.0, second: results.1).comparison
    partial = (results.0.isPartial ? [first] : []) + (results.1.isPartial ? [second] : [])
  }

  /// Writes page, tables and JSON as asked.
  ///
  /// - Throws: ``CannotWrite``.
  public func write(to output: ResultOutput) throws(CannotWrite) {
    let wording = Wording(output.language)
    let tables = ComparisonTables(comparison, nil, wording)
    let text = ResultValue.object([
      ("simrun", .object([("version", .string(Version.current))])), ("compare", comparison.json),
    ]).text
    var files = FileSet()
    if let directory = output.directory {
      for table in [tables.inputs, tables.figures] {
        for format in TableFormat.allCases {
          files.add(path: "\(directory)/\(table.name).\(format.rawValue)", text: format.text(of: table))
        }
      }
      files.add(path: directory + "/results.json", text: text)
    }
    if let json = output.json, json != ResultOutput.standardOutput { files.add(path: json, text: text) }
    let isQuiet = output.isQuiet && !files.isEmpty
    try files.write()
    let page = isQuiet ? "" : page(tables, output, wording)
    _ = try StandardStreams.write(output.json == ResultOutput.standardOutput ? text : page)
  }

  private func page(_ tables: ComparisonTables, _ output: ResultOutput, _ w: Wording) -> String {
    let words = ComparisonWords(comparison, w)
    let writer = TerminalWriter(width: output.width, style: output.style)
    func paragraph(_ text: String, _ paint: (String) -> String = { $0 }) -> String {
      DisplayText.wrapped(text, width: output.width).map { paint($0) + "\n" }.joined()
    }
    let interrupted = partial.map {
      w(en: "\($0): an interrupted run.", fr: "\($0) : exécution interrompue.")
    }
    let head =
      paragraph(words.titles, output.style.bold)
      + interrupted.map { paragraph($0, output.style.alarm) }.joined()
      + paragraph(words.summary, output.style.bold) + paragraph(words.plans)
    let shown = [tables.inputs, tables.moved].filter { !$0.rows.isEmpty }.map(writer.text)
    return ([head] + shown).joined(separator: "\n")
  }
}
