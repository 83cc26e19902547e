extension PlannersPage {
  /// How much rests on assumptions; the whole list is in the files.
  var evidence: String {
    heading("What the figures rest on")
      + paragraph(
        EvidenceCount(result.scenario).statement
          + " All of them, and all sources, are in the files of --out DIR.")
  }

  /// Missions whose needs run on after their mandate.
  var renewals: String {
    let lines = result.scenario.missions.compactMap { mission -> String? in
      guard let end = mission.mandateUntil,
        result.scenario.needs.contains(where: { $0.mission == mission.id && $0.until > end })
      else { return nil }
      return "\(mission.name) from \(result.scenario.dayZero.advanced(byDays: end)) (day \(end))"
    }
    guard !lines.isEmpty else { return "" }
    return paragraph(
      "Assumes renewal: figures after the end of a mandate rest on its renewal: "
        + lines.joined(separator: ", ") + ".")
  }

  var notices: String {
    // How much is unsourced is a notice already.
    let warnings = result.warnings.filter { $0.kind != .unsourced }
    let most = 10
    let shown = warnings.prefix(most).map { "\($0.entry): \($0.text)" }
    let more =
      warnings.count > most
      ? ["and \(warnings.count - most) more warnings; 'simrun check' lists all of them"] : []
    let lines = result.notices + shown + more
    return lines.isEmpty ? "" : heading("Notices") + lines.map { item($0) }.joined()
  }

  /// What it takes to get the same page again.
  var provenance: String {
    let overrides =
      result.overrides.isEmpty ? "" : ", with \(result.overrides.joined(separator: ", "))"
    let random = result.timeline.map { "Seed \($0.seed), \($0.replications) replications. " } ?? ""
    return paragraph("Scenario \(result.scenario.id)\(overrides), \(result.digest)", style.dim)
      + paragraph(
        "\(random)simrun \(Version.current), GLPK \(result.solverVersion).", style.dim)
  }

  private func heading(_ text: String) -> String {
    TerminalWriter(width: width, style: style).heading(text).map { $0 + "\n" }.joined()
  }

  func item(_ text: String) -> String {
    let lines = DisplayText.wrapped(text, width: width - 4, maxLines: TerminalWriter.maxLines)
    return lines.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 + "\n" }.joined()
  }
}
