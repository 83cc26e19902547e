import Simulation

/// Past build-ups, each scored with what was fitted on the others.
package struct Backtest: Sendable {
  /// One build-up, scored in two ways.
  package struct Fold: Sendable {
    package var buildUp: PastBuildUp
    /// With the middle of what cannot be told from the least score.
    package var parameters: SharedParameters
    package var score: BuildUpScore
    /// With the place of the least score itself, for comparison.
    package var leastParameters: SharedParameters
    package var leastScore: BuildUpScore
  }

  /// How much is simulated.
  package struct Effort: Sendable {
    /// For each place of the grid.
    package var fitting: Int
    /// For scores and figures.
    package var scoring: Int
    package var seed: UInt64
    package var threads: Int

    package init(fitting: Int, scoring: Int, seed: UInt64, threads: Int) {
      self.fitting = fitting
      self.scoring = scoring
      self.seed = seed
      self.threads = threads
    }
  }

  package let folds: [Fold]
  /// Fitted on all build-ups.
  package let allParameters: SharedParameters
  package let effort: Effort

  /// Fits and scores; there have to be at least two build-ups.
  package init(
    _ buildUps: [PastBuildUp], grid: [SharedParameters] = ParameterFit.standardGrid, effort: Effort
  ) {
    precondition(buildUps.count > 1, "one is scored with what is fitted on the others")
    let fit = ParameterFit(
      buildUps, grid: grid, replications: effort.fitting, seed: effort.seed, threads: effort.threads)
    func score(_ buildUp: PastBuildUp, _ parameters: SharedParameters) -> BuildUpScore {
      buildUp.score(
        with: parameters, replications: effort.scoring, seed: effort.seed, threads: effort.threads)
    }
    folds = buildUps.enumerated().map { number, buildUp in
      let (middle, least) = (fit.middle(without: number), fit.least(without: number))
      return Fold(
        buildUp: buildUp, parameters: middle, score: score(buildUp, middle), leastParameters: least,
        leastScore: score(buildUp, least))
    }
    allParameters = fit.middle()
    self.effort = effort
  }

  /// Reads the build-ups of a folder: `records.csv`, and a scenario for each identifier in it.
  package static func buildUps(in folder: String) throws -> [PastBuildUp] {
    let records = try RecordedStrength.read(path: folder + "/records.csv")
    return try Set(records.map(\.scenario)).sorted().map { id in
      let loaded = try ScenarioFile.read(
        path: "\(folder)/\(id).json", options: ReadingOptions(allowsOutside: true))
      guard loaded.scenario.id == id else {
        throw BacktestFailure("\(folder)/\(id).json: the scenario in it is called \(loaded.scenario.id)")
      }
      return try PastBuildUp(loaded.scenario, records: records)
    }
  }

  /// Scores build-ups that nothing was fitted on, with what was fitted on all others.
  package func folds(of others: [PastBuildUp]) -> [Fold] {
    others.map { buildUp in
      let score = buildUp.score(
        with: allParameters, replications: effort.scoring, seed: effort.seed, threads: effort.threads)
      return Fold(
        buildUp: buildUp, parameters: allParameters, score: score, leastParameters: allParameters,
        leastScore: score)
    }
  }

  /// Points inside the band, each build-up weighing the same.
  package var shareInside: Double { mean { $0.score.shareInside } }

  /// Points inside the band, each point weighing the same.
  package var shareOfPointsInside: Double {
    let points = folds.flatMap(\.score.points)
    return Double(points.count(where: \.isInside)) / Double(points.count)
  }

  package func mean(_ value: (Fold) -> Double) -> Double {
    folds.reduce(0) { $0 + value($1) } / Double(folds.count)
  }
}
