/// The page of one replication: unit by unit what happens, mission by mission.
struct TracePage {
  let result: RunResult
  let trace: ReplicationTrace
  let width: Int
  let style: TextStyle

  var text: String {
    let w = result.wording
    let page = PlannersPage(result, width: width, style: style)
    let words = TraceWords(result.scenario, crisisDay: trace.crisisDay, w)
    var sections = [page.title + page.paragraph(words.lead(trace), style.bold)]
    let gates = words.gates(trace)
    if !gates.isEmpty {
      sections.append(
        page.paragraph(w(en: "Gates", fr: "Ouvertures"), style.bold) + gates.map(page.item).joined())
    }
    sections += trace.units.map { unit in
      page.paragraph(words.heading(unit), style.bold) + words.lines(unit).map(page.item).joined()
    }
    if trace.units.isEmpty {
      sections.append(page.paragraph(w(en: "The plan sends nothing of it.", fr: "Le plan n'en envoie rien.")))
    }
    sections += [page.notices, page.provenance].filter { !$0.isEmpty }
    return sections.joined(separator: "\n")
  }
}
