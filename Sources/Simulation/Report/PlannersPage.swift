/// The page that a planner reads from the top down: the plan, the worst gaps, then all the rest.
///
/// It has nothing in it that differs from run to run of the same scenario, seed and version.
public struct PlannersPage: Sendable {
  let result: RunResult
  let width: Int
  let style: TextStyle

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
      sections.append(paragraph("No plan: the run was stopped before there was one."))
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
      worst.rows.isEmpty ? nil : worst, result.missionsTable, result.coverageTable,
      result.assignmentsTable.orNote("Nothing is sent."),
      result.unusedTable.orNote("Every pledge is used whole."),
    ].compactMap { $0 }
  }

  var title: String {
    let scenario = result.scenario
    let stopped =
      result.isPartial ? paragraph("INTERRUPTED: only what was finished by then.", style.alarm) : ""
    return paragraph(scenario.title, style.bold) + paragraph(ScenarioText.size(of: scenario)) + stopped
  }

  private var planStatus: String {
    guard let allocation = result.allocation else { return "" }
    let gap = allocation.objective.weightedGapDays
    let bound =
      allocation.status == .optimal || allocation.status == .given
      ? ""
      : ", and less than \(NumberText.grouped((allocation.bound * 10).rounded(.down) / 10)) is impossible"
    let figures =
      "Weighted gap (days without cover, times weight): \(NumberText.grouped(gap))\(bound)."
    let cost = "Cost of deployments and days there: US$ \(NumberText.grouped(allocation.objective.cost))."
    let caution = "The plan holds if every pledge keeps its word."
    let timeline =
      result.timeline == nil ? "" : " What is there in time is a matter of chance, and said beside it."
    let lines =
      [allocation.fairnessStatement(Labels(result.scenario)), figures, cost, allocation.changesStatement]
      .compactMap(\.self) + [caution + timeline]
    return paragraph("Plan: \(result.planStatement ?? "")", style.bold) + lines.map { paragraph($0) }.joined()
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
