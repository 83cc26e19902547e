/// Draws how much of the weighted need was met at each milestone: on paper, in the plan, in time.
struct ProgressFigure {
  private static let barWidth = 14.0
  private static let groupGap = 14.0
  private static let plotHeight = 84.0
  private static let left = 17.0

  private struct Bar {
    var look: String
    var share: Double
    var error: Double?
  }

  private let progress: Progress
  private let w: Wording
  private let standardDays: Int?
  private var canvas: Canvas

  private init(_ progress: Progress, _ wording: Wording, width: Double) {
    self.progress = progress
    w = wording
    standardDays = progress.shownStandardDays
    canvas = Canvas(width: width)
  }

  /// `nil` without milestones.
  static func figure(_ progress: Progress, _ scenario: Scenario, _ w: Wording, width: Double) -> Figure? {
    guard !progress.milestones.isEmpty else { return nil }
    var drawing = ProgressFigure(progress, w, width: width)
    drawing.draw(Labels(scenario, w))
    return Figure(
      name: "progress", title: w(en: "From milestone to milestone", fr: "D'une étape à l'autre"),
      description: drawing.description, canvas: drawing.canvas,
      data: ProgressTables(progress, scenario, w).milestones)
  }

  private var description: String {
    let inTime = standardDays.map { days in
      w(
        en: ", and what is really there \(days) days after each need's first, ± two standard errors",
        fr:
          ", et ce qui est réellement là \(days) jours après le premier de chaque besoin, ± deux erreurs types"
      )
    }
    let list = progress.milestones.map { one in
      let planned = one.planned.map { w.percent($0) } ?? NumberText.missing
      let pledged = one.pledged.map { w.percent($0) } ?? NumberText.missing
      return w(
        en: "\(one.milestone.name): on paper \(pledged), planned \(planned)",
        fr: "\(one.milestone.name) : sur le papier \(pledged), prévu \(planned)")
    }.joined(separator: "; ")
    return w(
      en: """
        Share of today's weighted needs, in percent, that the pledges on record on each milestone would meet: \
        on paper, in the plan\(inTime ?? ""). \(list).
        """,
      fr: """
        Part des besoins pondérés d'aujourd'hui, en pour cent, que satisferaient les engagements enregistrés à \
        chaque étape : sur le papier, dans le plan\(inTime ?? ""). \(list).
        """)
  }

  /// As many milestones side by side as fit, the others below them.
  private mutating func draw(_ labels: Labels) {
    let milestones = progress.milestones
    let bars = standardDays == nil ? 2 : 3
    let narrowest = Double(bars) * Self.barWidth + Self.groupGap
    let fitting = max(1, Int((canvas.width - Self.left) / narrowest))
    // Rows of equal length, so that none is left with a single bar.
    let rows = (milestones.count + fitting - 1) / fitting
    let perRow = (milestones.count + rows - 1) / rows
    let group = min(80, (canvas.width - Self.left) / Double(perRow))
    var y = 1.0
    for first in stride(from: 0, to: milestones.count, by: perRow) {
      let shown = Array(milestones[first..<min(first + perRow, milestones.count)])
      y = drawRow(shown, group: group, top: y, labels)
    }
    var key: [(mark: Canvas.KeyMark, text: String)] = [
      (.area("promise"), w(en: "on paper, %", fr: "sur le papier, %")),
      (.area("range"), w(en: "in plan", fr: "dans le plan")),
    ]
    if let standardDays {
      key.append((.area("dot"), w(en: "there on day \(standardDays)", fr: "présent au jour \(standardDays)")))
    }
    canvas.height = y + canvas.key(key, y: y) + 1
  }

  private mutating func drawRow(
    _ milestones: [MilestoneProgress], group: Double, top: Double, _ labels: Labels
  ) -> Double {
    // Room above for the figure of a bar that is full.
    let y = Scale(0...1, to: top + 10...top + 10 + Self.plotHeight, isReversed: true)
    let right = Self.left + group * Double(milestones.count)
    for share in [0, 0.5, 1] {
      canvas.line(
        from: Canvas.Point(Self.left, y(share)), to: Canvas.Point(right, y(share)),
        look: share == 0 ? "axis" : "grid")
      canvas.text(
        "\(Int(share * 100))", x: Self.left - 2.5, y: y(share) + 2.1, size: FigureStyle.small, anchor: .end,
        look: "muted")
    }
    let below = y.range.upperBound
    var lowest = below
    for (place, one) in milestones.enumerated() {
      let middle = Self.left + (Double(place) + 0.5) * group
      draw(bars(of: one), around: middle, y)
      lowest = max(lowest, drawName(one, middle: middle, width: group - 4, top: below, labels))
    }
    return lowest + 5
  }

  private func bars(of one: MilestoneProgress) -> [Bar] {
    let inTime = one.inTime.first { $0.standardDays == standardDays }?.share
    return [
      one.pledged.map { Bar(look: "promise", share: $0) }, one.planned.map { Bar(look: "range", share: $0) },
      inTime.map { Bar(look: "dot", share: $0.mean, error: $0.standardError) },
    ].compactMap(\.self)
  }

  private mutating func draw(_ bars: [Bar], around middle: Double, _ y: Scale) {
    let start = middle - Double(bars.count) * Self.barWidth / 2
    for (index, bar) in bars.enumerated() {
      let x = start + Double(index) * Self.barWidth
      canvas.rectangle(
        x: x + 1, y: y(bar.share), width: Self.barWidth - 2, height: y(0) - y(bar.share), look: bar.look)
      var top = y(bar.share)
      if let error = bar.error, error > 0 {
        let (low, high) = (y(bar.share - 2 * error), y(bar.share + 2 * error))
        canvas.line(
          from: Canvas.Point(x + Self.barWidth / 2, low), to: Canvas.Point(x + Self.barWidth / 2, high),
          look: "error")
        top = high
      }
      canvas.text(
        w.percent(bar.share), x: x + Self.barWidth / 2, y: top - 1.8, size: FigureStyle.small, anchor: .middle
      )
    }
  }

  /// Name, year and what changed in the pool; gives the place below.
  private mutating func drawName(
    _ one: MilestoneProgress, middle: Double, width: Double, top: Double, _ labels: Labels
  ) -> Double {
    let name = one.milestone.name
    let lines = TextFit.lines(name, width: width, size: FigureStyle.size, most: 3)
    var y = top + 8.5
    for line in lines {
      canvas.text(line, x: middle, y: y, anchor: .middle, whole: name)
      y += 8.2
    }
    let added = one.changes.count { $0.kind == .added }
    let gone = one.changes.count { $0.kind == .withdrawn }
    let year = labels.date(ofDay: one.milestone.day).year
    let change = TextFit.line("\(year): +\(added) −\(gone)", width: width, size: FigureStyle.small)
    canvas.text(change, x: middle, y: y, size: FigureStyle.small, anchor: .middle, look: "muted")
    return y + 2
  }
}

extension Progress {
  /// The standard day that a table or a figure with room for one shows: 90, or else the last.
  var shownStandardDays: Int? {
    let standards = milestones.first?.inTime.map(\.standardDays) ?? []
    return standards.contains(90) ? 90 : standards.last
  }
}
