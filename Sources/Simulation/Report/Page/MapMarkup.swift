/// Writes the map of coverage as tables whose cells lead to the stories of their needs.
///
/// One table where missions share enough capabilities to stand side by side; else one for each mission.
struct MapMarkup {
  let matrix: CoverageMatrix
  /// Of the need's story, by need.
  let anchors: [String: String]
  let words: Wording

  var text: String {
    let cells = matrix.rows.count * matrix.columns.count
    let needs = matrix.rows.reduce(0) { $0 + $1.entries.count { $0 != nil } }
    let isDense = matrix.columns.count <= 6 && cells <= 4 * needs
    let groups =
      isDense ? [matrix.columns.indices] : matrix.columns.indices.map { $0..<$0 + 1 }
    return groups.map(table).joined()
  }

  private func table(_ columns: Range<Int>) -> String {
    let names = columns.map { matrix.columns[$0].name }
    let caption = words(
      en: "Coverage in percent: \(words.list(names))", fr: "Couverture en pour cent : \(words.list(names))")
    let rows = matrix.rows.filter { row in columns.contains { row.entries[$0] != nil } }
    let body = rows.map { row in
      "<tr><th scope=\"row\" dir=\"auto\">\(HTMLText.escaped(row.name))</th>"
        + columns.map { group(row.entries[$0], row.name, matrix.columns[$0].name) }.joined() + "</tr>\n"
    }
    return "<table class=\"map\"><caption class=\"unseen\">\(HTMLText.escaped(caption))</caption>\n<thead>"
      + head(names) + "</thead>\n<tbody>\n" + body.joined() + "</tbody></table>\n"
  }

  private func head(_ names: [String]) -> String {
    let groups = names.map {
      "<td class=\"gutter\"></td><th scope=\"colgroup\" colspan=\"\(matrix.readings.count)\">"
        + "\(HTMLText.escaped($0))</th>"
    }
    let readings = matrix.readings.map { "<th scope=\"col\">\(HTMLText.escaped(title($0)))</th>" }.joined()
    return
      "<tr><th scope=\"col\" rowspan=\"2\">\(words(en: "Need", fr: "Besoin"))</th>\(groups.joined())</tr>"
      + "<tr>" + names.map { _ in "<td class=\"gutter\"></td>" + readings }.joined() + "</tr>"
  }

  private func title(_ reading: CoverageMatrix.Reading) -> String {
    switch reading {
    case .day(let days): words(en: "day \(days)", fr: "jour \(days)")
    case .plan: words(en: "plan", fr: "plan")
    }
  }

  private func group(_ entry: CoverageMatrix.Entry?, _ name: String, _ mission: String) -> String {
    guard let entry else { return "<td class=\"gutter\"></td><td colspan=\"\(matrix.readings.count)\"></td>" }
    let anchor = anchors[entry.need] ?? ""
    let cells = zip(matrix.readings, entry.shares).map { reading, share in
      cell(share, reading, anchor: anchor, name: words(en: "\(mission): \(name)", fr: "\(mission) : \(name)"))
    }
    return "<td class=\"gutter\"></td>" + cells.joined()
  }

  /// One link for each need, on its plan, is enough for those who go from link to link.
  private func cell(
    _ share: Double?, _ reading: CoverageMatrix.Reading, anchor: String, name: String
  ) -> String {
    guard let share else { return "<td data-story=\"\(anchor)\"></td>" }
    let looks = "heat-cell \(FigureStyle.heat(share)) \(FigureStyle.heatText(share))"
    let text = HTMLText.escaped(words.percent(share))
    let label = HTMLText.escaped("\(name), \(words.percent(share)) %, \(words(en: "story", fr: "détail"))")
    let inside = reading == .plan ? "<a href=\"#\(anchor)\" aria-label=\"\(label)\">\(text)</a>" : text
    return "<td class=\"\(looks)\" data-story=\"\(anchor)\">\(inside)</td>"
  }
}
