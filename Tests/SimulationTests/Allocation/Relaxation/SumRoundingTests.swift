import Simulation
import Testing

@Suite("Cuts of rows over sums that are bounded together")
struct SumRoundingTests {
  /// What a program's cuts are at a point.
  private func cuts(_ program: LinearProgram, at point: [Double]) -> [RowRounding.Cut] {
    SumRounding(of: program, WholeParts(of: program)).cuts(at: point)
  }

  /// A pledge of so many units that may be sent on three days, each of which takes its weight of a row.
  private func program(_ pledges: [(units: Double, weight: Double)], room: Double) -> LinearProgram {
    var program = LinearProgram(name: "lift")
    var entries: [LinearProgram.Entry] = []
    for (number, pledge) in pledges.enumerated() {
      let days = (0..<3).map { day in
        program.addColumn("\(number)@\(day)", upper: pledge.units, cost: -1, isWhole: true)
      }
      program.addRow("supply \(number)", upper: pledge.units, days.map { LinearProgram.Entry($0, 1) })
      entries += days.map { LinearProgram.Entry($0, pledge.weight) }
    }
    program.addRow("lift", upper: room, entries)
    return program
  }

  @Test("Two units of seven tonnes, each spread over three days, do not both go by ten tonnes of lift")
  func spread() throws {
    let program = program([(1, 7), (1, 7)], room: 10)
    let point = [0.3, 0.3, 0.11, 0.3, 0.3, 0.11]
    let cut = try #require(cuts(program, at: point).max { $0.depth < $1.depth })
    let both = sum(cut, at: [1, 0, 0, 0, 0, 1])
    #expect(both > cut.upper)
    #expect(sum(cut, at: [0, 1, 0, 0, 0, 0]) <= cut.upper)
  }

  @Test("No cut takes a plan of whole units away", arguments: 0..<200 as Range<UInt64>)
  func valid(seed: UInt64) {
    var words = SeededGenerator(seed: seed)
    func number(_ below: UInt64) -> Double { Double(words.next() % below) }
    let pledges = (0..<3).map { _ in (units: 1 + number(2), weight: number(25) / 2 - 4) }
    let program = program(pledges, room: number(12) - 2)
    let plans = plans(of: program)
    for _ in 0..<20 {
      // A point within the supplies.
      let point = pledges.flatMap { pledge in
        let parts = [number(1000), number(1000), number(1000)]
        let sum = max(1, parts.reduce(0, +))
        let used = pledge.units * number(1000) / 999
        return parts.map { $0 / sum * used }
      }
      for cut in cuts(program, at: point) {
        #expect(sum(cut, at: point) > cut.upper)
        let lost = plans.first { sum(cut, at: $0) > cut.upper }
        #expect(lost == nil, "\(cut) takes \(lost ?? []) away")
      }
    }
  }

  @Test("Rows of ones, which are whole as they are, are passed over")
  func ones() {
    let program = program([(2, 1), (2, 1)], room: 3)
    #expect(cuts(program, at: [0.5, 0.5, 0.5, 0.5, 0.5, 0.5]).isEmpty)
  }

  private func sum(_ cut: RowRounding.Cut, at point: [Double]) -> Double {
    zip(cut.columns, cut.values).reduce(0) { $0 + $1.1 * point[$1.0] }
  }

  /// Every point of whole numbers that keeps the rows.
  private func plans(of program: LinearProgram) -> [[Double]] {
    var plans: [[Double]] = [[]]
    for column in program.columns {
      plans = plans.flatMap { plan in
        stride(from: 0, through: column.upper, by: 1).map { plan + [$0] }
      }
    }
    return plans.filter { plan in
      program.rows.allSatisfy { row in
        row.entries.reduce(0) { $0 + $1.value * plan[$1.column] } <= row.upper + 1e-9
      }
    }
  }
}
