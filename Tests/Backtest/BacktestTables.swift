package import Simulation

extension Backtest {
  /// One row a build-up, and the mean.
  package var summaryTable: Table {
    var rows = folds.map { fold in
      Table.Row([
        .text(fold.score.scenario), .number(Double(fold.score.points.count)), .share(fold.score.shareInside),
        .share(fold.score.score), .share(fold.score.lineScore), .number(fold.parameters.tempo),
        .number(fold.parameters.correlation), .share(fold.leastScore.shareInside),
        .share(fold.leastScore.score), .number(fold.leastParameters.tempo),
        .number(fold.leastParameters.correlation),
      ])
    }
    rows.append(
      Table.Row([
        .text("all, each weighing the same"),
        .number(Double(folds.reduce(0) { $0 + $1.score.points.count })), .share(shareInside),
        .share(mean { $0.score.score }), .share(mean { $0.score.lineScore }), .missing, .missing,
        .share(mean { $0.leastScore.shareInside }), .share(mean { $0.leastScore.score }), .missing, .missing,
      ]))
    return Table(
      name: "backtest", caption: "Past build-ups, each scored with what was fitted on the others",
      columns: Self.summaryColumns, rows: rows,
      notes: [
        "Inside: recorded points between P10 and P90 of the simulated strength. CRPS: mean over the points, in "
          + "per cent of the strength authorised; of the line from 0 to 92.5 % at a year: the same.",
        "Least score: fitted to the least mean CRPS of the others. Fitted: the middle of the correlations that "
          + "cannot be told from it, and the best tempo there.",
        "Fitted on all: tempo \(allParameters.tempo), correlation \(allParameters.correlation). Points inside, "
          + "each weighing the same: \(Int((shareOfPointsInside * 100).rounded())) %.",
      ])
  }

  /// One row for each of some folds that nothing was fitted on.
  package static func table(of folds: [Fold]) -> Table {
    Table(
      name: "others", caption: "Build-ups that nothing was fitted on",
      columns: Array(summaryColumns.prefix(7)),
      rows: folds.map { fold in
        Table.Row([
          .text(fold.score.scenario), .number(Double(fold.score.points.count)),
          .share(fold.score.shareInside), .share(fold.score.score), .share(fold.score.lineScore),
          .number(fold.parameters.tempo), .number(fold.parameters.correlation),
        ])
      })
  }

  private static var summaryColumns: [Table.Column] {
    [
      Table.Column("scenario", "Build-up"), Table.Column("points", "Points", .number(decimals: 0)),
      Table.Column("inside", "Inside", .share(decimals: 0), unit: "%", spanner: "Fitted"),
      Table.Column("score", "CRPS", .share(decimals: 1), unit: "%", spanner: "Fitted"),
      Table.Column("lineScore", "Line's CRPS", .share(decimals: 1), unit: "%"),
      Table.Column("tempo", "Tempo", .number(decimals: 2)),
      Table.Column("correlation", "Corr.", .number(decimals: 1)),
      Table.Column("leastInside", "Inside", .share(decimals: 0), unit: "%", spanner: "Least score"),
      Table.Column("leastScore", "CRPS", .share(decimals: 1), unit: "%", spanner: "Least score"),
      Table.Column("leastTempo", "Tempo", .number(decimals: 2), spanner: "Least score"),
      Table.Column("leastCorrelation", "Corr.", .number(decimals: 1), spanner: "Least score"),
    ]
  }
}

extension Backtest.Fold {
  /// One row a recorded point.
  package var pointsTable: Table {
    Table(
      name: score.scenario,
      caption: "\(buildUp.scenario.title): strength authorised \(Int(score.authorised))",
      columns: [
        Table.Column("date", "Date", .date), Table.Column("day", "Day", .number(decimals: 0)),
        Table.Column("recorded", "Recorded", .number(decimals: 0)),
        Table.Column("p10", "P10", .number(decimals: 0)), Table.Column("p50", "P50", .number(decimals: 0)),
        Table.Column("p90", "P90", .number(decimals: 0)), Table.Column("inside", "Inside"),
        Table.Column("score", "CRPS", .number(decimals: 0), unit: "people"),
        Table.Column("lineScore", "Line's CRPS", .number(decimals: 0), unit: "people"),
      ],
      rows: score.points.map { point in
        Table.Row(
          [
            .date(point.record.date), .number(Double(point.forecast.day)), .number(point.record.people),
            .number(point.forecast.low), .number(point.forecast.median), .number(point.forecast.high),
            .text(point.isInside ? "yes" : "no"), .number(point.score), .number(point.lineScore),
          ], tone: point.isInside ? .plain : .alarm)
      })
  }
}
