import Simulation
import Testing

@Suite("Tables in French")
struct FrenchTableTests {
  /// Words that are the same in both languages.
  private static let shared: Set = [
    "Mission", "Missions", "Sources", "Date", "Budget", "Plan", "P10", "P50", "P80", "P90", "P95", "25", "30",
    "50",
    "60",
    "75", "90", "180", "plan", "Raison",
  ]

  @Test("Every caption, title, unit and note of every table differs from the English one")
  func complete() {
    var french = ExampleRun.result
    french.language = .french
    for (fr, en) in zip(french.tables, ExampleRun.result.tables) {
      #expect(fr.name == en.name)
      #expect(fr.language == .french && en.language == .english, "\(fr.name)")
      #expect(fr.columns.map(\.key) == en.columns.map(\.key))
      #expect(fr.notes.count == en.notes.count)
      let texts = zip(Self.words(of: fr), Self.words(of: en))
      for (a, b) in texts where a == b { #expect(Self.shared.contains(a), "\(fr.name): \(a)") }
    }
  }

  private static func words(of table: Table) -> [String] {
    [table.caption]
      + table.columns.flatMap { [$0.title, $0.unit, $0.spanner].compactMap(\.self) }
      .filter { $0 != "%" } + table.notes + table.basis
  }

  @Test("Cells have French numbers, measures and dates, and the scenario's own names")
  func cells() throws {
    var french = ExampleRun.result
    french.language = .french
    let markdown = MarkdownWriter().text(french.assignmentsTable)
    #expect(markdown.contains("| 4 aéronefs |"))
    #expect(markdown.contains("| 15/11/2017 | 30/12/2017 |"))
    #expect(markdown.contains("| sur place |"))
    #expect(markdown.contains("| MNORTH\u{A0}: Infantry company |"))
    #expect(markdown.contains("37,1 (36,1–38,1)"))
    let coverage = MarkdownWriter().text(french.coverageTable)
    #expect(coverage.contains("Utility helicopter"))
    #expect(
      coverage.contains(
        "4 aéronefs («\u{A0}Utility helicopter\u{A0}») pour MNORTH à partir du 15 décembre 2017"))
    #expect(coverage.contains("120,0 ± ") || coverage.contains("120 ± "))
  }

  @Test("A kind of reason has words of its own in each language")
  func reasons() {
    for w in Language.allCases.map(Wording.init) {
      let labels = Reason.Kind.allCases.map { $0.label(w) }
      #expect(Set(labels).count == labels.count)
    }
    let late = Reason(
      kind: .late,
      detail: BilingualText(en: "a can be there from day 5", fr: "a peut être là à partir du jour 5"),
      pledges: ["a"])
    let text = ReasonText(Wording(.french))
    #expect(text.text(late) == "a peut être là à partir du jour 5")
    #expect(
      text.main(of: [late, Reason(kind: .budget, detail: "x")])
        == "a peut être là à partir du jour 5\u{202F}; aussi\u{A0}: retenu par le budget")
  }
}
