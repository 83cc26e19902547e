extension Convergence {
  /// Whether the run knows its chances as well as was asked.
  fileprivate func statement(_ w: Wording) -> String {
    let width = w.plain(halfWidth, decimals: 5)
    let asked = w.plain(precision, decimals: 5)
    return isReached
      ? w(
        en: "Every headline chance is known to ±\(width), better than the ±\(asked) asked for.",
        fr: "Chaque probabilité principale est connue à ±\(width) près, mieux que les ±\(asked) demandés.")
      : w(
        en:
          "Stopped at the limit of \(limit) replications: ±\(asked) was asked for, the widest is ±\(width).",
        fr: "Arrêt à la limite de \(limit) répétitions : ±\(asked) demandé, le plus large est ±\(width).")
  }
}

extension PlannersPage {
  /// How much rests on assumptions; the whole list is in the files.
  var evidence: String {
    heading(w(en: "What the figures rest on", fr: "Sur quoi reposent les chiffres"))
      + paragraph(
        EvidenceCount(result.scenario).statement(w)
          + w(
            en: " All of them, and all sources, are in the files of --out DIR.",
            fr: " Toutes, et toutes les sources, sont dans les fichiers de --out DIR."))
  }

  /// Missions whose needs run on after their mandate.
  var renewals: String {
    let lines = result.scenario.missions.compactMap { mission -> String? in
      guard let end = mission.mandateUntil,
        result.scenario.needs.contains(where: { $0.mission == mission.id && $0.until > end })
      else { return nil }
      let date = w.short(result.scenario.dayZero.advanced(byDays: end))
      return w(
        en: "\(mission.name) from \(date) (day \(end))",
        fr: "\(mission.name) à partir du \(date) (jour \(end))")
    }
    guard !lines.isEmpty else { return "" }
    let all = lines.joined(separator: ", ")
    return paragraph(
      w(
        en: "Assumes renewal: figures after the end of a mandate rest on its renewal: \(all).",
        fr: """
          Suppose un renouvellement : les chiffres après la fin d'un mandat reposent sur son renouvellement : \
          \(all).
          """))
  }

  var notices: String {
    // How much is unsourced is a notice already.
    let warnings = result.warnings.filter { $0.kind != .unsourced }
    let most = 10
    let shown = warnings.prefix(most).map { warning in
      w(en: "\(warning.entry): \(w(warning.words))", fr: "\(warning.entry) : \(w(warning.words))")
    }
    let more =
      warnings.count > most
      ? [
        w(
          en: "and \(warnings.count - most) more warnings; 'simrun check' lists all of them",
          fr: "et \(warnings.count - most) autres avertissements ; 'simrun check' les énumère tous")
      ] : []
    let lines = result.notices.map { w($0) } + shown + more
    return lines.isEmpty
      ? "" : heading(w(en: "Notices", fr: "Remarques")) + lines.map { item($0) }.joined()
  }

  /// What it takes to get the same page again.
  var provenance: String {
    let names = result.overrides.joined(separator: ", ")
    let overrides = names.isEmpty ? "" : w(en: ", with \(names)", fr: ", avec \(names)")
    let random =
      result.timeline.map { timeline in
        w(
          en: "Seed \(timeline.seed), \(timeline.replications) replications. ",
          fr: "Graine \(timeline.seed), \(timeline.replications) répétitions. ")
      } ?? ""
    let sure = result.timeline?.convergence.map { $0.statement(w) + " " } ?? ""
    let (id, digest) = (result.scenario.id, result.digest)
    return paragraph(
      w(en: "Scenario \(id)\(overrides), \(digest)", fr: "Scénario \(id)\(overrides), \(digest)"), style.dim)
      + paragraph(
        "\(random)\(sure)simrun \(Version.current), GLPK \(result.solverVersion).", style.dim)
  }

  private func heading(_ text: String) -> String {
    TerminalWriter(width: width, style: style).heading(text).map { $0 + "\n" }.joined()
  }

  func item(_ text: String) -> String {
    let lines = DisplayText.wrapped(text, width: width - 4, maxLines: TerminalWriter.maxLines)
    return lines.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 + "\n" }.joined()
  }
}
