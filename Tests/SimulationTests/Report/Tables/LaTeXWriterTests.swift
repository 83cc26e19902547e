import Foundation
import Simulation
import Testing

@Suite("Tables as LaTeX")
struct LaTeXWriterTests {
  @Test("Caption, label, rules, spanners, headings, rows, remarks and notes stand in their places")
  func layout() {
    let table = Table(
      name: "t", caption: "Made up, 5 %",
      columns: [
        Table.Column("mission", "Mission", placement: .heading), Table.Column("need", "Need"),
        Table.Column("by30", "30", .chance, spanner: "Full by day"),
        Table.Column("by60", "60", .chance, spanner: "Full by day"),
        Table.Column("id", "Id", placement: .dataOnly), Table.Column("why", "Why", placement: .below),
        Table.Column("ask", "Ask", placement: .aside),
      ],
      rows: [
        Table.Row([
          .text("North"), .text("Company"), .chance(ExampleRun.never), .chance(ExampleRun.maybe), .text("c"),
          .text("nobody_1"), .text("more"),
        ])
      ], notes: ["A note & more."])
    let text = LaTeXWriter().text(table)
    #expect(
      text.hasSuffix(
        #"""
        \begin{table}[htbp]
        \abovecaptionskip0pt\belowcaptionskip4pt
        \caption{Made up, 5 \%}\label{tab:t}
        \simrunfit{11.4}\setlength{\tabcolsep}{3pt}%
        \noindent\begin{tabular}{@{}lrr@{}}
        \toprule
         & \multicolumn{2}{c}{Full by day}\tabularnewline
        \cmidrule(lr){2-3}
        Need & 30 & 60\tabularnewline
        \midrule
        \multicolumn{3}{@{}l@{}}{\itshape North}\tabularnewline
        Company & 0 & 37 (36–39)\tabularnewline
        \multicolumn{3}{@{}p{0.9\linewidth}@{}}{\raggedright \leftskip1em Why: nobody\_1}\tabularnewline
        \bottomrule
        \end{tabular}
        \simrunnotes{A note \& more.}
        \end{table}
        \simrunend

        """#), "\(text)")
  }

  @Test("A table longer than a page repeats its head and says that it goes on")
  func long() {
    let table = Table(
      name: "t", caption: "c", columns: [Table.Column("n", "N", .number(decimals: 0))],
      rows: (0..<100).map { Table.Row([.number(Double($0))]) }, language: .french)
    let text = LaTeXWriter().text(table)
    #expect(text.contains("\\begin{longtable}") && text.contains("\\endhead") && text.contains("(suite)"))
  }
}

@Suite(
  "Tables in a real LaTeX", .enabled(if: LaTeX.program != nil, "pdflatex is not installed: not compiled"))
struct RealLaTeXTests {
  @Test("Names that try to break out compile as they are, and are all on the page")
  func oddNames() throws {
    let outcome = try LaTeX.compile(LaTeXWriter().text(OddNames.latexTable))
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(outcome.pages >= 1)
  }

  @Test("Every table of a run compiles as it is, in both languages", arguments: Language.allCases)
  func alone(language: Language) throws {
    var result = ExampleRun.result
    result.language = language
    for table in result.tables {
      let outcome = try LaTeX.compile(LaTeXWriter().text(table))
      #expect(outcome.errors.isEmpty, "\(table.name): \(outcome.errors)")
      #expect(outcome.pages == 1, "\(table.name)")
    }
  }

  @Test(
    "All of them compile inside a document, with the packages and, but for long tables, without",
    arguments: ["\\usepackage[T1]{fontenc}\\usepackage{booktabs,longtable}", "\\usepackage[T1]{fontenc}"])
  func inside(packages: String) throws {
    var files: [String: String] = [:]
    for table in ExampleRun.result.tables + [OddNames.shortTable] {
      files[table.name] = LaTeXWriter().text(table)
    }
    let inputs = files.keys.sorted().map { "\\input{\($0)}\\clearpage" }.joined(separator: "\n")
    let document = "\\documentclass{article}\(packages)\\begin{document}\n\(inputs)\nafter\n\\end{document}\n"
    let outcome = try LaTeX.compile(document, files: files)
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(outcome.pages >= files.count)
  }
}

extension OddNames {
  /// More that LaTeX minds: every sign of ASCII, in cells, caption, notes and heads.
  private static let signs = String(String.UnicodeScalarView((32...126).compactMap(Unicode.Scalar.init)))

  static var latexTable: Table {
    let odd =
      texts + [signs, "[x]", "*", "\\\\", "$x^2_3$", "%", "{", "}", "\\end{document}", "🇺🇳 UN", "Żółć Ħ ǆ"]
    return Table(
      name: "odd", caption: signs + " 🚒",
      columns: [
        Table.Column("group", "Group", placement: .heading), Table.Column("name", "Name \(signs)"),
        Table.Column("right", signs, alignment: .right), Table.Column("why", "Why", placement: .below),
      ], rows: odd.map { Table.Row([.text($0), .text($0), .text(String($0.prefix(20))), .text($0)]) },
      notes: odd)
  }

  static var shortTable: Table {
    var table = latexTable
    table.rows = Array(table.rows.prefix(5))
    return table
  }
}

/// The real compiler, where there is one.
enum LaTeX {
  struct Outcome {
    /// Lines of the log that tell an error.
    var errors: [String]
    var pages: Int
  }

  static let program: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/pdflatex" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Compiles a document once, without letting it run programs.
  static func compile(_ text: String, files: [String: String] = [:]) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "simrun-tex-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent("\(name).tex"))
    }
    try Data(text.utf8).write(to: folder.appendingPathComponent("main.tex"))
    let process = Process()
    process.executableURL = program.map { URL(fileURLWithPath: $0) }
    process.currentDirectoryURL = folder
    process.arguments = ["-interaction=nonstopmode", "-no-shell-escape", "main.tex"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let log = try String(decoding: Data(contentsOf: folder.appendingPathComponent("main.log")), as: UTF8.self)
    let lines = log.components(separatedBy: "\n")
    let count = log.firstMatch(of: /Output written on main\.pdf \((\d+) page/).flatMap { Int($0.1) }
    return Outcome(errors: lines.filter { $0.hasPrefix("!") }, pages: count ?? 0)
  }
}
