/// Draws what the next asks are worth, with both ends of what is proved.
enum AskFigure {
  private static let most = 15

  /// `nil` where there is nothing to ask for.
  static func figure(_ advice: Advice, _ scenario: Scenario, _ w: Wording, width: Double) -> Figure? {
    let words = AskWords(scenario, w)
    guard !advice.asks.isEmpty else { return nil }
    let rows = advice.asks.prefix(most).map { ask in
      RangeChart.Row(
        name: words.subject(ask), low: ask.value.low, high: ask.value.high, other: ask.divisible,
        text: words.range(ask.value))
    }
    let key: [(mark: Canvas.KeyMark, text: String)] = [
      (
        .area("range"),
        w(en: "whole units: proved to lie within", fr: "unités entières : prouvé entre les bouts")
      ), (.hollow("hollow"), w(en: "if units could be divided", fr: "si les unités étaient divisibles")),
    ]
    let canvas = RangeChart(rows).canvas(
      width: width,
      axis: w(en: "Weighted gap-days that it would close", fr: "Jours d'écart pondérés comblés"),
      outOf: advice.asks.count, key: key, w)
    return Figure(
      name: "asks",
      title: w(
        en: "What to ask for next, and what it is worth", fr: "Que demander ensuite, et ce que cela vaut"),
      description: w(
        en: """
          Weighted gap-days that each ask would close. The value is proved to lie within the bar; asks whose bars \
          overlap cannot be told apart. A circle says what it would be if units could be divided.
          """,
        fr: """
          Jours d'écart pondérés que chaque demande comblerait. Il est prouvé que la valeur est dans la barre ; \
          des demandes dont les barres se chevauchent ne se distinguent pas. Le cercle : si les unités étaient \
          divisibles.
          """),
      canvas: canvas, data: AskTables(advice, scenario, w).asks)
  }
}
