/// How all figures look: one size of text, one palette.
///
/// Every pair of looks that stands together differs in lightness and in form (full, dashed, pale, hollow), not
/// in hue alone: it survives a grey printer and every colour blindness.
package enum FigureStyle {
  /// Text, in points: legible where a figure fills a column of 85 mm.
  package static let size = 7.0
  package static let small = 6.0
  /// Around what is drawn, in points.
  package static let margin = 4
  /// What is drawn in a column of a paper of 85 mm.
  package static let columnWidth = 241.0 - 2 * Double(margin)

  package static let fonts = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"

  /// Steps of coverage that have a colour of their own.
  package static let heatSteps = 20

  /// The class of a share of coverage; dark is a gap, pale is covered.
  package static func heat(_ share: Double) -> String { "heat h\(heatStep(share))" }

  /// The class of the figure on it.
  package static func heatText(_ share: Double) -> String { heatStep(share) < 7 ? "onDark" : "onPale" }

  private static func heatStep(_ share: Double) -> Int {
    Int((min(1, max(0, share)) * Double(heatSteps)).rounded())
  }

  /// Rules for both SVG files and pages.
  package static let rules = """
    .paper{fill:#fff}.ink{fill:#1b1f24}.muted{fill:#565d66}.onDark{fill:#fff}.onPale{fill:#000}
    .grid{stroke:#d5d9de;stroke-width:.5;fill:none}.axis{stroke:#565d66;stroke-width:.6;fill:none}
    .standard{stroke:#8a9099;stroke-width:.5;stroke-dasharray:.8 1.6;fill:none}
    .band{fill:#a9c9e6;fill-opacity:.75}.mean{stroke:#0b3d75;stroke-width:1.3;fill:none;stroke-linejoin:round}
    .plan{stroke:#b4560a;stroke-width:1;stroke-dasharray:3 1.8;fill:none}
    .bar{fill:#c9dcee}.present{fill:#dfe3e7}.turn{stroke:#fff;stroke-width:1.2}
    .span{stroke:#0b3d75;stroke-width:1.2;fill:none}.dot{fill:#0b3d75}
    .hollow{fill:#fff;stroke:#b4560a;stroke-width:1}.range{fill:#5b8fc2}.limit{stroke:#b4560a;stroke-width:1}
    .error{stroke:#1b1f24;stroke-width:.9;fill:none}.promise{fill:#fff;stroke:#565d66;stroke-width:.7}
    .empty{fill:none;stroke:#d5d9de;stroke-width:.4}.heat{stroke:#fff;stroke-width:.6}
    """ + "\n" + heatRules

  /// Colours of coverage for cells of a page.
  static let backgrounds = (0...heatSteps).map { step in
    ".map .h\(step),.scale .h\(step){background:\(colour(Double(step) / Double(heatSteps)))}"
  }.joined()

  private static let heatRules = (0...heatSteps).map { step in
    ".h\(step){fill:\(colour(Double(step) / Double(heatSteps)))}"
  }.joined()

  /// From a dark burnt orange, nothing there, to nearly white, all there; its lightness only rises.
  package static func colour(_ share: Double) -> String {
    let stops: [(Double, [Double])] = [
      (0, [107, 33, 8]), (0.25, [178, 74, 18]), (0.5, [226, 131, 58]), (0.75, [246, 197, 142]),
      (0.95, [252, 236, 216]), (1, [238, 244, 248]),
    ]
    let upper = stops.firstIndex { $0.0 >= share } ?? stops.count - 1
    let (low, high) = (stops[max(0, upper - 1)], stops[upper])
    let part = high.0 > low.0 ? (share - low.0) / (high.0 - low.0) : 0
    let mixed = zip(low.1, high.1).map { Int(($0 + ($1 - $0) * part).rounded()) }
    return "#" + mixed.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
