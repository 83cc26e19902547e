/// Draws what holds the plan up: how many days of the gap would close without each cause, with its error.
enum CausesFigure {
  static let most = 20

  /// `nil` where nothing was found that can be told from chance.
  static func figure(_ result: RunResult, width: Double) -> Figure? {
    guard let data = result.causesTable, let found = result.timeline?.causes else { return nil }
    let causes = found.causes.filter { $0.kind != .unit && $0.isBeyondNoise }
    guard !causes.isEmpty else { return nil }
    let w = result.wording
    let words = CauseWords(result.scenario, w)
    let rows = causes.prefix(most).map { row($0, words, w) }
    let key: [(mark: Canvas.KeyMark, text: String)] = [
      (.area("range"), w(en: "closed, mean of all runs", fr: "comblés, moyenne des exécutions")),
      (.line("error"), w(en: "± two standard errors", fr: "± deux erreurs types")),
    ]
    let canvas = RangeChart(rows).canvas(
      width: width,
      axis: w(
        en: "Days of all gaps that its removal would close", fr: "Jours d'écart que sa suppression comblerait"
      ),
      outOf: causes.count, key: key, w)
    return Figure(
      name: "causes",
      title: w(
        en: "What holds the plan up, and what its removal would close",
        fr: "Ce qui retarde le plan, et ce que sa suppression comblerait"),
      description: description(found.replications, w), canvas: canvas, data: data)
  }

  private static func row(_ cause: Cause, _ words: CauseWords, _ w: Wording) -> RangeChart.Row {
    let closing = cause.daysClosed ?? Estimate(mean: 0, standardError: 0)
    let reach = 2 * closing.standardError
    var row = RangeChart.Row(
      name: words.text(cause), low: min(0, closing.mean), high: max(0, closing.mean),
      text: RangeChart.text(closing, w))
    row.whisker = closing.mean - reach...closing.mean + reach
    return row
  }

  private static func description(_ replications: Int, _ w: Wording) -> String {
    let count = w.whole(replications)
    return w(
      en: """
        Days by which the gaps of all needs together shrink where one cause is removed and all else, luck too, \
        stays; the line is two standard errors of \(count) paired replications to either side. Causes whose \
        removal moves the gap by less than that are left out; removals do not add up.
        """,
      fr: """
        Jours dont les écarts de tous les besoins réunis diminuent si une cause est supprimée, le reste et le \
        hasard étant inchangés ; le trait couvre deux erreurs types de \(count) répétitions appariées de chaque \
        côté. Les causes dont la suppression change moins que cela sont omises ; les suppressions ne \
        s'additionnent pas.
        """)
  }
}

extension Cause {
  /// Days of all needs' gaps that its removal would close; `nil` for a unit.
  var daysClosed: Estimate? {
    gapDaysIfRemoved.map { Estimate(mean: -$0.mean, standardError: $0.standardError) }
  }

  /// Whether its removal moves the gap by more than two standard errors.
  var isBeyondNoise: Bool { gapDaysIfRemoved?.isBeyondNoise ?? false }
}
