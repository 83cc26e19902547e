extension RunResult {
  /// All figures that there is something to draw for, in the order of the page; `width` in points, legible from
  /// a column of 85 mm up.
  package func figures(width: Double = FigureStyle.columnWidth) -> [Figure] {
    var figures: [Figure?] = []
    if allocation != nil {
      figures += [
        HeatMapFigure.figure(self, width: width), CoverageFigure.figure(self, width: width),
        ArrivalsFigure.figure(self, width: width), GanttFigure.figure(self, width: width),
        CausesFigure.figure(self, width: width),
      ]
    }
    switch inquiry {
    case .ask(let advice): figures.append(AskFigure.figure(advice, scenario, wording, width: width))
    case .frontier(let frontier):
      figures.append(FrontierFigure.figure(frontier, scenario, wording, width: width))
    case .progress(let progress):
      figures.append(ProgressFigure.figure(progress, scenario, wording, width: width))
    case .compare(let comparison):
      figures.append(ComparisonFigure.figure(comparison, scenario, wording, width: width))
    case .indispensable, nil: break
    }
    return figures.compactMap(\.self)
  }
}
