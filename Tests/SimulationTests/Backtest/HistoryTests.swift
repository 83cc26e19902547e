import Backtest
import Foundation
import Simulation
import Testing

@Suite("The past build-ups that are shipped")
struct HistoryTests {
  private static let folder =
    URL(fileURLWithPath: ScenarioFolder.shipped).deletingLastPathComponent().path + "/history"

  private let buildUps: [PastBuildUp]

  init() throws { buildUps = try Backtest.buildUps(in: Self.folder) }

  @Test("Are those of Liberia, Haiti, the Central African Republic, the brigade and the protection force")
  func all() {
    #expect(
      Set(buildUps.map(\.scenario.id)).isSuperset(of: [
        "fib-2013", "minusca-2014", "minustah-2004", "rpf-2016", "unmil-2003",
      ]))
  }

  @Test("Have units that add up to the strength authorised")
  func strength() {
    for buildUp in buildUps {
      let people = buildUp.scenario.pledges.reduce(0) { $0 + $1.quantity }
      #expect(people == buildUp.authorised, "\(buildUp.scenario.id)")
      #expect(buildUp.scenario.pledges.allSatisfy { $0.personnel == $0.quantity })
    }
  }

  @Test("Share one set of processes and pools, the catalogue's, none changed for a mission")
  func oneCatalogue() {
    for buildUp in buildUps.dropFirst() {
      #expect(buildUp.scenario.processes == buildUps[0].scenario.processes)
      #expect(buildUp.scenario.lift == buildUps[0].scenario.lift)
      #expect(buildUp.scenario.resources == buildUps[0].scenario.resources)
    }
  }

  @Test(
    "Have new contingents in the shares of their theatre",
    arguments: [
      ("unmil-2003", 11_090.0, [0.15, 0.6, 0.15, 0.1]), ("minustah-2004", 5179, [0, 0.75, 0.15, 0.1]),
      ("minusca-2014", 3850, [0.3, 0.35, 0.25, 0.1]),
    ])
  func shares(id: String, total: Double, shares: [Double]) throws {
    let buildUp = try #require(buildUps.first { $0.scenario.id == id })
    for (kind, share) in zip(["road", "sea", "air", "transfer"], shares) {
      // Contingents that were named on the day have a source and stand beside the shares.
      let people = buildUp.scenario.pledges
        .filter { $0.id.hasPrefix(kind) && $0.evidence.sources.isEmpty }.reduce(0) { $0 + $1.quantity }
      #expect(abs(people - share * total) <= 2, "\(id): \(kind)")
    }
  }

  @Test("Are forecast alike on any number of threads, and no strength is beyond the ceiling")
  func runs() {
    let parameters = SharedParameters(tempo: 0.7, correlation: 0.5)
    for buildUp in buildUps {
      let one = buildUp.score(with: parameters, replications: 600, seed: 3, threads: 1)
      let three = buildUp.score(with: parameters, replications: 600, seed: 3, threads: 3)
      #expect(one == three)
      for point in one.points {
        #expect(point.forecast.low <= point.forecast.median && point.forecast.median <= point.forecast.high)
        #expect(point.forecast.high <= buildUp.authorised)
        #expect(agree(point.forecast.levels.reduce(0) { $0 + $1.probability }, 1))
      }
    }
  }

  @Test("Are drawn and tabled from the scores themselves")
  func output() throws {
    let backtest = Backtest(
      buildUps, grid: [SharedParameters(tempo: 0.7, correlation: 0.5)],
      effort: Backtest.Effort(fitting: 100, scoring: 300, seed: 3, threads: 1))
    #expect(backtest.folds.count == buildUps.count)
    #expect(backtest.summaryTable.rows.count == buildUps.count + 1)
    let fold = backtest.folds[0]
    #expect(fold.pointsTable.rows.count == fold.score.points.count)
    let svg = BuildUpFigure(fold, effort: backtest.effort).svg
    #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>\n"))
    #expect(svg.components(separatedBy: "<circle").count > fold.score.points.count)
  }
}
