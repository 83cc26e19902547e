import ArgumentParser
import Backtest
import Foundation
import Simulation

/// Holds the timeline against past build-ups.
@main
struct RunBacktest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run-backtest", abstract: "Hold the timeline against past build-ups.")

  @Argument(help: "Folder with records.csv and the scenarios that it names.")
  var folder = "Scenarios/history"

  @Option(help: "Folder of the same kind, to be scored with what is fitted on all of the first.")
  var others: String?

  @Option(help: "Write a figure of each build-up into this folder.")
  var figures: String?

  @Option(help: "Replications for each place of the grid.")
  var fitting = 2000

  @Option(help: "Replications for scores and figures.")
  var scoring = 10_000

  @Option(help: "Seed of the random numbers.")
  var seed: UInt64 = 2017

  @Option(help: "Threads to use; never changes a result.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard (1...1_000_000).contains(fitting), (1...1_000_000).contains(scoring), threads >= 1 else {
      throw ValidationError("Replications are from 1 to 1,000,000, threads at least 1.")
    }
  }

  func run() throws {
    let buildUps = try Backtest.buildUps(in: folder)
    guard buildUps.count > 1 else { throw BacktestFailure("\(folder): at least two build-ups are needed") }
    let backtest = Backtest(
      buildUps,
      effort: Backtest.Effort(fitting: fitting, scoring: scoring, seed: seed, threads: threads))
    let writer = TerminalWriter()
    for fold in backtest.folds { print(writer.text(fold.pointsTable)) }
    print(writer.text(backtest.summaryTable), terminator: "")
    let further = try others.map { backtest.folds(of: try Backtest.buildUps(in: $0)) } ?? []
    for fold in further { print("\n" + writer.text(fold.pointsTable), terminator: "") }
    if !further.isEmpty { print("\n" + writer.text(Backtest.table(of: further)), terminator: "") }
    guard let figures else { return }
    try FileManager.default.createDirectory(atPath: figures, withIntermediateDirectories: true)
    for fold in backtest.folds + further {
      try Data(BuildUpFigure(fold, effort: backtest.effort).svg.utf8).write(
        to: URL(fileURLWithPath: "\(figures)/\(fold.score.scenario).svg"), options: .atomic)
    }
  }
}
