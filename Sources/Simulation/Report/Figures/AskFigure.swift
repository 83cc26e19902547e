/// Draws what the next asks are worth, with both ends of what is proved.
enum AskFigure {
  private static let most = 15

  /// `nil` where there is nothing to ask for.
  static func figure(_ advice: Advice, _ scenario: Scenario, width: Double) -> Figure? {
    let words = AskWords(scenario)
    guard !advice.asks.isEmpty else { return nil }
    let rows = advice.asks.prefix(most).map { ask in
      RangeChart.Row(
        name: words.subject(ask), low: ask.value.low, high: ask.value.high, other: ask.divisible,
        text: AskWords.range(ask.value))
    }
    var canvas = Canvas(width: width)
    var y = RangeChart(rows).draw(on: &canvas, from: 2, axis: "Weighted gap-days that it would close")
    if advice.asks.count > most {
      canvas.text(
        "The first \(most) of \(advice.asks.count); the data has all.", x: 0, y: y + 7, look: "muted")
      y += 10
    }
    let key: [(mark: Canvas.KeyMark, text: String)] = [
      (.area("range"), "whole units: proved to lie within"), (.hollow("hollow"), "if units could be divided"),
    ]
    canvas.height = y + canvas.key(key, y: y) + 1
    return Figure(
      name: "asks", title: "What to ask for next, and what it is worth",
      description:
        "Weighted gap-days that each ask would close. The value is proved to lie within the bar; asks "
        + "whose bars overlap cannot be told apart. A circle says what it would be if units could be divided.",
      canvas: canvas, data: AskTables(advice, scenario).asks)
  }
}
