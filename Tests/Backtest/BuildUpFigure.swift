import Simulation

/// Draws a build-up as SVG: the band, the median, the record, and the naive line.
package struct BuildUpFigure {
  private static let size = (width: 640.0, height: 340.0)
  private static let plot = (left: 64.0, right: 624.0, top: 40.0, bottom: 296.0)
  private static let step = 4

  private let fold: Backtest.Fold
  private let forecasts: [StrengthForecast]
  private let lastDay: Int

  package init(_ fold: Backtest.Fold, effort: Backtest.Effort) {
    self.fold = fold
    let scored = fold.score.points.map(\.forecast.day).max() ?? 0
    // A little beyond the last scored point, in whole steps.
    lastDay = min(fold.buildUp.days.upperBound - 1, (scored + 90) / 30 * 30)
    forecasts = fold.buildUp.forecasts(
      on: Array(stride(from: 0, through: lastDay, by: Self.step)), with: fold.parameters,
      replications: effort.scoring, seed: effort.seed, threads: effort.threads)
  }

  package var svg: String {
    let upper = forecasts.map { place($0.day, $0.high) }
    let lower = forecasts.reversed().map { place($0.day, $0.low) }
    let line = [0, NaiveLine.peakDay, lastDay].filter { $0 <= lastDay }.map {
      place($0, NaiveLine.strength(on: $0, authorised: fold.score.authorised))
    }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(Self.size.width)) \(Int(Self.size.height))" \
      font-family="sans-serif" font-size="12" role="img">
      <title>\(fold.score.scenario): simulated band and recorded strength</title>
      <rect width="100%" height="100%" fill="white"/>
      <text x="\(Int(Self.plot.left))" y="22" font-size="14">\(heading)</text>
      \(axes)
      <polygon points="\((upper + lower).joined(separator: " "))" fill="#9ecae1" fill-opacity="0.6"/>
      <polyline points="\(forecasts.map { place($0.day, $0.median) }.joined(separator: " "))" fill="none" \
      stroke="#2171b5" stroke-width="2"/>
      <polyline points="\(line.joined(separator: " "))" fill="none" stroke="#777" stroke-dasharray="5 4"/>
      \(marks)
      </svg>

      """
  }

  private var heading: String {
    "\(fold.score.scenario): people, by day since the resolution"
  }

  /// The record: full where scored, hollow where shown only.
  private var marks: String {
    let scored = Set(fold.score.points.map(\.record.date))
    return fold.buildUp.records.filter { fold.buildUp.day(of: $0) <= lastDay }.map { record in
      let spot = position(fold.buildUp.day(of: record), record.people)
      let fill = scored.contains(record.date) ? "#d94801" : "white"
      return
        "<circle cx=\"\(text(spot.x))\" cy=\"\(text(spot.y))\" r=\"4\" fill=\"\(fill)\" stroke=\"#d94801\"/>"
    }.joined(separator: "\n")
  }

  private var axes: String {
    let days = stride(from: 0, through: lastDay, by: 90).map { day in
      let x = text(position(day, 0).x)
      return "<text x=\"\(x)\" y=\"314\" text-anchor=\"middle\">\(day)</text>"
    }
    let people = (0...4).map { quarter in
      let count = fold.score.authorised * Double(quarter) / 4
      let y = text(position(0, count).y)
      return "<line x1=\"\(text(Self.plot.left))\" x2=\"\(text(Self.plot.right))\" y1=\"\(y)\" y2=\"\(y)\" "
        + "stroke=\"#ddd\"/><text x=\"58\" y=\"\(y)\" text-anchor=\"end\" dy=\"4\">\(Int(count))</text>"
    }
    return (people + days).joined(separator: "\n")
  }

  private func place(_ day: Int, _ people: Double) -> String {
    let spot = position(day, people)
    return "\(text(spot.x)),\(text(spot.y))"
  }

  private func position(_ day: Int, _ people: Double) -> (x: Double, y: Double) {
    let across = Double(day) / Double(max(1, lastDay))
    let up = min(1.1, people / fold.score.authorised)
    return (
      Self.plot.left + across * (Self.plot.right - Self.plot.left),
      Self.plot.bottom - up * (Self.plot.bottom - Self.plot.top)
    )
  }

  /// With one decimal, the same on every machine.
  private func text(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }
}
