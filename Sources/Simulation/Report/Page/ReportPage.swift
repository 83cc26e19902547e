/// One self-contained page of a run's results, for readers with a browser and no network.
package struct ReportPage {
  private let result: RunResult
  private let labels: Labels
  private let text: PageText
  private let ranking: GapRanking
  private var w: Wording { result.wording }

  package init(_ result: RunResult) {
    self.result = result
    labels = Labels(result.scenario, result.wording)
    text = PageText(result)
    ranking = GapRanking(result)
  }

  /// The page as HTML.
  package func html(_ templates: PageTemplates) -> String {
    var context: [String: Any] = [
      "language": result.language.rawValue, "generator": "simrun \(Version.current)",
      "title": result.scenario.title, "size": text.size, "t": PageWords.words(w),
      "figureRules": FigureStyle.rules + "\n" + FigureStyle.backgrounds,
      "style": templates.style, "script": templates.script, "evidence": text.evidence,
      "notices": text.notices, "hasNotices": !text.notices.isEmpty,
      "provenance": TableBasis(result).notes.first ?? "", "tables": tables,
      "hasPlan": result.allocation != nil, "hasAnswer": false, "hasMap": false, "hasFigures": false,
      "hasNeeds": false,
    ]
    if let interrupted = text.interrupted { context["partial"] = interrupted }
    addFigures(&context)
    if let inquiry = result.inquiry { addAnswer(inquiry, &context) }
    if result.allocation != nil { addPlan(&context) }
    return templates.render(context)
  }

  private func addFigures(_ context: inout [String: Any]) {
    // The map is a table here, whose cells can be chosen.
    let drawings = result.figures(width: 300).filter { $0.name != "coverage-heatmap" }
    context["hasFigures"] = !drawings.isEmpty
    context["drawings"] = drawings.map {
      ["name": $0.name, "title": $0.title, "description": $0.description, "svg": $0.inline]
    }
  }

  /// What an inquiry found, in sentences; those of a list apart.
  private func addAnswer(_ inquiry: Inquiry, _ context: inout [String: Any]) {
    let lines = InquiryText(result, inquiry).groups.flatMap(\.self)
    let items = lines.filter { $0.look == .item }.map(\.text)
    context["hasAnswer"] = !lines.isEmpty
    context["answer"] = lines.filter { $0.look != .item }.map {
      ["text": $0.text, "look": $0.look.rawValue]
    }
    context["isList"] = !items.isEmpty
    context["answerItems"] = items
  }

  private func addPlan(_ context: inout [String: Any]) {
    context["plan"] = text.plan
    context["lines"] = text.lines
    context["cards"] = HeadlineCards(result).contexts
    let worst = result.worstGapsTable
    if !worst.rows.isEmpty { context["worst"] = HTMLWriter().fragment(worst) }
    let anchors = Dictionary(
      ranking.gaps.enumerated().map { ($1.need, "need-\($0 + 1)") }, uniquingKeysWith: { first, _ in first })
    let matrix = CoverageMatrix(result)
    context["hasMap"] = !matrix.rows.isEmpty
    context["map"] = MapMarkup(matrix: matrix, anchors: anchors, words: w).text
    context["mapNote"] = PageWords.mapNote(isTimed: matrix.isTimed, w)
    context["scale"] = (0...10).map { step in
      let share = Double(step) / 10
      return [
        "look": "h\(step * FigureStyle.heatSteps / 10) \(FigureStyle.heatText(share))",
        "text": "\(step * 10)",
      ]
    }
    var frames = CurveFrames()
    context["stories"] = stories(anchors, &frames)
    context["frames"] = frames.definitions
    context["hasNeeds"] = !ranking.gaps.isEmpty
  }

  private func stories(_ anchors: [String: String], _ frames: inout CurveFrames) -> [[String: Any]] {
    guard let allocation = result.allocation else { return [] }
    let sent = Dictionary(grouping: allocation.assignments, by: \.need)
    let timelines = result.pledgeTimelines
    let asks = NeedAsks(result.scenario, allocation, w)
    let causes = NeedCauses(result)
    return ranking.gaps.map { gap in
      let assignments = sent[gap.need] ?? []
      return NeedStory(
        gap: gap, result: result, labels: labels, assignments: assignments, timelines: timelines,
        causes: causes?.sentences(for: gap.need, assignments) ?? [],
        ask: result.isOfGivenPlan ? nil : asks.ask(for: gap.plan)
      ).context(id: anchors[gap.need] ?? "", &frames)
    }
  }

  /// All but those that other parts of the page show; each says once at the end of the page what it rests on.
  ///
  /// Long lists that only few will read on paper are marked. What is longer than any page can be used is cut: then
  /// the page says so, and the files beside it have all.
  private var tables: [[String: Any]] {
    let elsewhere: Set = ["headline", "coverage-by-day", "worst-gaps"]
    return result.tables.filter { !elsewhere.contains($0.name) && !$0.rows.isEmpty }.map { table in
      var table = table.name == "reasons" ? result.reasonsTable(naming: Self.mostNames) : table
      table.basis = []
      if table.rows.count > Self.mostRows {
        let (shown, all) = (w.whole(Self.mostRows), w.whole(table.rows.count))
        table.notes.insert(
          w(
            en: "The first \(shown) of \(all) rows; all are in \(table.name).csv.",
            fr: "Les \(shown) premières lignes sur \(all) ; toutes sont dans \(table.name).csv."), at: 0)
        table.rows.removeSubrange(Self.mostRows...)
      }
      return ["html": HTMLWriter().fragment(table), "isAppendix": Self.appendix.contains(table.name)]
    }
  }

  /// Rows of a table, and pledges that one reason names.
  private static let (mostRows, mostNames) = (5_000, 6)

  private static let appendix: Set = ["reasons", "arrivals", "assumptions", "sources", "unsourced"]
}
