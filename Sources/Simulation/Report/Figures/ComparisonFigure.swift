/// Draws which gaps close and which open from one scenario to another, with the error of the difference.
enum ComparisonFigure {
  static let most = 20

  /// `nil` where no need's gap moves beyond noise.
  static func figure(_ comparison: Comparison, _ scenario: Scenario, _ w: Wording, width: Double) -> Figure? {
    let labels = Labels(scenario, w)
    let moved = comparison.figures.filter { $0.kind == .gapDays && $0.isBeyondNoise }
      .sorted { (abs($0.difference), $1.need ?? "") > (abs($1.difference), $0.need ?? "") }
    guard !moved.isEmpty else { return nil }
    let rows = moved.prefix(most).map { row($0, labels, w) }
    let key: [(mark: Canvas.KeyMark, text: String)] = [
      (.area("range"), w(en: "second less first", fr: "second moins premier")),
      (.line("error"), w(en: "± two standard errors", fr: "± deux erreurs types")),
    ]
    let canvas = RangeChart(rows).canvas(
      width: width,
      axis: w(
        en: "Change of the gap, days: closes < 0 < opens", fr: "Variation, jours : se comble < 0 < s'ouvre"),
      outOf: moved.count, key: key, w)
    return Figure(
      name: "compare-gaps",
      title: w(en: "Which gaps close or open", fr: "Quels écarts se comblent ou s'ouvrent"),
      description: w(
        en: """
          Days without cover of each need in “\(comparison.second.name(w))” less those in \
          “\(comparison.first.name(w))”, under the same luck; the line is two standard errors to either side. Needs \
          whose gap moves by less than that are left out.
          """,
        fr: """
          Jours sans couverture de chaque besoin dans « \(comparison.second.name(w)) » moins ceux de \
          « \(comparison.first.name(w)) », avec le même hasard ; le trait couvre deux erreurs types de chaque côté. \
          Les besoins dont l'écart change de moins que cela sont omis.
          """),
      canvas: canvas, data: ComparisonTables(comparison, scenario, w).gaps)
  }

  private static func row(_ figure: FigureDifference, _ labels: Labels, _ w: Wording) -> RangeChart.Row {
    let error = figure.standardError ?? 0
    let difference = Estimate(mean: figure.difference, standardError: error)
    var row = RangeChart.Row(
      name: labels.place(ofNeed: figure.need ?? ""), low: min(0, figure.difference),
      high: max(0, figure.difference),
      text: RangeChart.text(difference, w))
    row.whisker = figure.difference - 2 * error...figure.difference + 2 * error
    return row
  }
}
