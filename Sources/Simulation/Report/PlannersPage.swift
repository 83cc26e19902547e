/// The page that a planner reads from the top down: the plan, the worst gaps, then all the rest.
///
/// It has nothing in it that differs from run to run of the same scenario, seed and version.
public struct PlannersPage: Sendable {
  let result: RunResult
  let width: Int
  let style: TextStyle

  var w: Wording { result.wording }

  public init(_ result: RunResult, width: Int = 100, style: TextStyle = .plain) {
    self.result = result
    self.width = width
    self.style = style
  }

  /// Sections with a blank line between them; no line is wider than the page where it can be helped.
  public var text: String {
    let writer = TerminalWriter(width: width, style: style)
    var sections = [title]
    if result.allocation == nil {
      let none = w(
        en: "No plan: the run was stopped before there was one.",
        fr: "Pas de plan : l'exécution a été arrêtée avant.")
      sections.append(paragraph(none))
    } else {
      sections.append(planStatus)
      sections.append(writer.text(Headline(result).table(result.wording)))
      sections += tables.map(writer.text)
    }
    sections += [evidence, renewals, notices, provenance].filter { !$0.isEmpty }
    return sections.joined(separator: "\n")
  }

  private var tables: [Table] {
    let worst = result.worstGapsTable
    return [
      worst.rows.isEmpty ? nil : worst, result.missionsTable, result.foremostCausesTable,
      result.coverageTable,
      result.assignmentsTable.orNote(w(en: "Nothing is sent.", fr: "Rien n'est envoyé.")),
      result.unusedTable.orNote(
        w(en: "Every pledge is used whole.", fr: "Chaque engagement est entièrement utilisé.")),
    ].compactMap { $0 }
  }

  var title: String {
    let scenario = result.scenario
    let interrupted = w(
      en: "INTERRUPTED: only what was finished by then.",
      fr: "INTERROMPU : seulement ce qui était fini à ce moment.")
    let stopped =
      result.isPartial ? paragraph(interrupted, style.alarm) : ""
    return paragraph(scenario.title, style.bold) + paragraph(ScenarioText.size(of: scenario, w)) + stopped
  }

  private var planStatus: String {
    guard let allocation = result.allocation else { return "" }
    let gap = w.grouped(allocation.objective.weightedGapDays)
    let least = w.groupedDown(allocation.bound)
    let bound =
      allocation.status == .optimal || allocation.status == .given
      ? ""
      : w(en: ", and less than \(least) is impossible", fr: ", et moins de \(least) est impossible")
    let figures = w(
      en: "Weighted gap (days without cover, times weight): \(gap)\(bound).",
      fr: "Écart pondéré (jours sans couverture, fois le poids) : \(gap)\(bound).")
    let dollars = w.grouped(allocation.objective.cost)
    let cost = w(
      en: "Cost of deployments and days there: US$ \(dollars).",
      fr: "Coût des déploiements et des jours sur place : \(dollars) dollars É.-U.")
    let lines =
      [
        allocation.fairnessStatement(Labels(result.scenario, result.wording), w), figures, cost,
        allocation.changesStatement(w),
      ].compactMap(\.self) + [caution] + causesHint
    let statement = result.planStatement ?? ""
    return paragraph(w(en: "Plan: \(statement)", fr: "Plan : \(statement)"), style.bold)
      + lines.map { paragraph($0) }.joined()
  }

  /// What the run did not look for, and how to.
  private var causesHint: [String] {
    guard let timeline = result.timeline, timeline.causes == nil else { return [] }
    return [
      w(
        en: "What holds it up was left out (--no-causes).",
        fr: "Ce qui le retarde a été omis (--no-causes).")
    ]
  }

  private var caution: String {
    let plan = w(
      en: "The plan holds if every pledge keeps its word.",
      fr: "Le plan vaut si chaque engagement est tenu.")
    guard result.timeline != nil else { return plan }
    return plan
      + w(
        en: " What is there in time is a matter of chance, and said beside it.",
        fr: " Ce qui est là à temps est affaire de probabilité, et indiqué à côté.")
  }

  func paragraph(_ text: String, _ paint: (String) -> String = { $0 }) -> String {
    DisplayText.wrapped(text, width: width).map { paint($0) + "\n" }.joined()
  }
}

extension Table {
  /// The table, or where it has no rows its caption with a sentence instead of notes.
  fileprivate func orNote(_ sentence: String) -> Table {
    var table = self
    if rows.isEmpty { table.notes = [sentence] }
    return table
  }
}
