/// What goes into a folder of results: the page, every table in every format, every figure with its data.
struct ResultFiles {
  private enum Part {
    case report, figures
    case table(Table, TableFormat)
  }

  private let result: RunResult
  private let templates: PageTemplates

  init(_ result: RunResult, _ templates: PageTemplates) {
    self.result = result
    self.templates = templates
  }

  /// All of them as text, by their path in the folder; the same whatever the threads.
  func rendered(threads: Int) -> [(path: String, text: String)] {
    let tables = result.tables.flatMap { table in TableFormat.allCases.map { Part.table(table, $0) } }
    let parts = [.report, .figures] + tables
    return parallelMap(count: parts.count, threads: threads) { files(of: parts[$0]) }.flatMap(\.self)
  }

  private func files(of part: Part) -> [(path: String, text: String)] {
    switch part {
    case .report: [("report.html", ReportPage(result).html(templates))]
    case .table(let table, let format): [("\(table.name).\(format.rawValue)", format.text(of: table))]
    case .figures:
      result.figures().flatMap { figure in
        [
          ("figures/\(figure.name).svg", figure.svg),
          ("figures/\(figure.name).csv", CSVWriter().text(figure.data)),
        ]
      }
    }
  }
}
