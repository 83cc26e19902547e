import Simulation
import Testing

@Suite("Cuts of sums of rows")
struct RowRoundingTests {
  @Test("Units of seven people under a ceiling of twenty are cut at two units")
  func knapsack() throws {
    var rounding = RowRounding(
      columns: [.init(lower: 0, upper: 9, isWhole: true, value: 20.0 / 7)], reach: [9],
      rows: [.init(lower: -.infinity, upper: 20, isWhole: true, value: 20)], entries: [[.init(0, 7)]])
    let found = rounding.cut(multipliers: [1.0 / 7])
    let cut = try #require(found)
    #expect(cut.columns == [0])
    #expect(agree(cut.upper / cut.values[0], 2))
    #expect(agree(cut.depth, 6.0 / 7))
  }

  @Test("What may be divided is not rounded")
  func divisible() {
    var rounding = RowRounding(
      columns: [.init(lower: 0, upper: 9, isWhole: false, value: 20.0 / 7)], reach: [9],
      rows: [.init(lower: -.infinity, upper: 20, isWhole: false, value: 20)], entries: [[.init(0, 7)]])
    let cut = rounding.cut(multipliers: [1.0 / 7])
    #expect(cut == nil)
  }

  @Test("What errors leave of a coefficient goes, and the cut gives away what it may amount to")
  func noise() throws {
    let cut = RowRounding.Cut(columns: [0, 1, 2], values: [2, -3e-15, 1], upper: 4, depth: 1)
    let clean = try #require(cut.withoutNoise(reach: [3, 5, 1]))
    #expect(clean.columns == [0, 2])
    #expect(clean.values == [2, 1])
    #expect(clean.upper == 4 + 1.5e-14)
  }

  @Test("A cut that is nothing but zeros, or hangs on errors of a column without a bound, is none")
  func nothingLeft() {
    let unbounded = RowRounding.Cut(columns: [0, 1], values: [1, 1e-12], upper: 1, depth: 1)
    #expect(unbounded.withoutNoise(reach: [1, .infinity]) == nil)
    #expect(RowRounding.Cut(columns: [0], values: [0], upper: -1, depth: 1).withoutNoise(reach: [1]) == nil)
  }

  /// Three whole columns of 0 … 3, one that may be divided, and two rows of whole numbers over the whole ones, one
  /// over all.
  private struct Program {
    let entries: [[LinearProgram.Entry]]
    let upper: [Double]
    static let most = [3.0, 3, 3, 2]

    init(_ words: inout SeededGenerator) {
      entries = (0..<3).map { row in
        (0..<(row == 2 ? 4 : 3)).map { LinearProgram.Entry($0, Double(Int(words.next() % 15)) - 4) }
      }
      upper = (0..<3).map { _ in Double(2 + Int(words.next() % 20)) }
    }

    func sum(_ row: Int, at point: [Double]) -> Double {
      entries[row].reduce(0) { $0 + $1.value * point[$1.column] }
    }

    /// Every way to choose whole numbers, with quarters for what may be divided.
    var points: [[Double]] {
      let whole = [0.0, 1, 2, 3]
      var points: [[Double]] = [[]]
      for choices in [whole, whole, whole, Array(stride(from: 0.0, through: 2, by: 0.25))] {
        points = points.flatMap { point in choices.map { point + [$0] } }
      }
      return points.filter { point in
        upper.indices.allSatisfy { sum($0, at: point) <= upper[$0] }
      }
    }
  }

  private func sum(_ cut: RowRounding.Cut, at point: [Double]) -> Double {
    var sum = 0.0
    for (column, value) in zip(cut.columns, cut.values) { sum += value * point[column] }
    return sum
  }

  @Test(
    "No cut takes a plan of whole units away, as it is or with whole coefficients",
    arguments: 0..<300 as Range<UInt64>)
  func valid(seed: UInt64) {
    var words = SeededGenerator(seed: seed)
    let program = Program(&words)
    let points = program.points
    for turn in 0..<40 {
      let at = Program.most.map { $0 * Double(words.next() % 1000) / 999 }
      var rounding = RowRounding(
        columns: at.indices.map {
          .init(lower: 0, upper: Program.most[$0], isWhole: $0 < 3, value: at[$0])
        }, reach: Program.most,
        rows: program.upper.indices.map {
          .init(lower: -.infinity, upper: program.upper[$0], isWhole: $0 < 2, value: program.sum($0, at: at))
        }, entries: program.entries)
      var multipliers = program.upper.map { _ in Double(words.next() % 2001) / 500 - 2 }
      if turn % 2 == 1 {
        // Sixths of whole rows leave coefficients that a factor makes whole.
        multipliers = multipliers.map { ($0 * 6).rounded() / 6 }
        multipliers[2] = 0
      }
      guard let cut = rounding.cut(multipliers: multipliers) else { continue }
      let whole = cut.madeWhole(at.indices.map { $0 < 3 }, reach: Program.most)
      let lost = points.first { sum(cut, at: $0) > cut.upper || sum(whole, at: $0) > whole.upper }
      #expect(lost == nil, "seed \(seed)")
      #expect(sum(cut, at: at) > cut.upper, "seed \(seed): a cut that cuts nothing off")
      if turn % 2 == 1 {
        #expect(whole.values.allSatisfy { $0 == $0.rounded() }, "seed \(seed): a factor was there")
      }
    }
  }

  @Test("Halves and thirds become whole numbers, and what lies between these goes")
  func factor() {
    let cut = RowRounding.Cut(columns: [0, 1], values: [0.5, 1.0 / 3], upper: 1.2, depth: 1)
    let whole = cut.madeWhole([true, true], reach: [2, 2])
    #expect(whole.values == [3, 2])
    #expect(whole.upper == 7)
    #expect(cut.madeWhole([true, false], reach: [2, 2]).values == cut.values)
  }
}

@Suite("What is whole beside whole units")
struct WholePartsTests {
  /// Two whole units against a need of some, its shortfall, and a ceiling on people.
  private func program(required: Double, brings: Double = 1) -> LinearProgram {
    var program = LinearProgram(name: "test")
    let unit = program.addColumn("unit", upper: 2, cost: 0, isWhole: true)
    let short = program.addColumn("short", upper: required, cost: 3)
    program.addRow("cover", lower: required, [.init(unit, brings), .init(short, 1)])
    program.addRow("ceiling", upper: 900.5, [.init(unit, 450)])
    return program
  }

  @Test("What a need misses of whole units is whole, and so is what a row of whole numbers sums up to")
  func shortfall() {
    let parts = WholeParts(of: program(required: 2))
    #expect(parts.columns == [true, true])
    #expect(parts.rows == [true, true])
  }

  @Test(
    "A need of a part of a unit, or units that bring one, leave fractions", arguments: [(1.5, 1.0), (2, 0.8)])
  func fractions(required: Double, brings: Double) {
    let parts = WholeParts(of: program(required: required, brings: brings))
    #expect(parts.columns == [true, false])
    #expect(parts.rows == [false, true])
  }

  @Test("A shortfall that other rows hold may be a fraction")
  func held() {
    var held = program(required: 2)
    held.addRow("lack", upper: 0.7, [.init(1, 0.5)])
    #expect(WholeParts(of: held).columns == [true, false])
  }
}
