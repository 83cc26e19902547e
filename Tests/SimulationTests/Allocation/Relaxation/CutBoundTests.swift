import Simulation
import Testing

@Suite("What cuts prove")
struct CutBoundTests {
  /// Units of four pledges against two needs under two ceilings: small enough for every plan to be tried.
  private struct Program {
    static let most = [2.0, 2, 3, 1, 2, 2]
    let brings: [[Double]]
    let required: [Double]
    let claims: [[Double]]
    let allowed: [Double]
    let weights: [Double]

    init(seed: UInt64) {
      var words = SeededGenerator(seed: seed)
      func draw(_ range: ClosedRange<Int>) -> Double { Double(Int.random(in: range, using: &words)) }
      // Coefficients that are whole, and some that a factor makes so.
      let unit = words.pick([1.0, 0.5, 0.1])
      brings = (0..<2).map { _ in Self.most.map { _ in max(0, draw(-3...6)) } }
      required = (0..<2).map { _ in draw(6...16) }
      claims = (0..<2).map { _ in Self.most.map { _ in unit * draw(0...9) } }
      allowed = (0..<2).map { _ in unit * draw(8...25) }
      weights = (0..<2).map { _ in draw(1...9) }
    }

    var linear: LinearProgram {
      var program = LinearProgram(name: "units")
      for (unit, most) in Self.most.enumerated() {
        program.addColumn("x\(unit)", upper: most, cost: 0, isWhole: true)
      }
      for need in 0..<2 {
        program.addColumn("u\(need)", upper: required[need], cost: weights[need])
        let entries = brings[need].enumerated().filter { $0.element != 0 }
        program.addRow(
          "need\(need)", lower: required[need],
          entries.map { .init($0.offset, $0.element) } + [.init(Self.most.count + need, 1)])
        program.addRow(
          "ceiling\(need)", upper: allowed[need],
          claims[need].enumerated().filter { $0.element != 0 }.map { .init($0.offset, $0.element) })
      }
      return program
    }

    /// Of every plan that keeps the ceilings.
    var leastGap: Double {
      var plans: [[Double]] = [[]]
      for most in Self.most {
        plans = plans.flatMap { plan in (0...Int(most)).map { plan + [Double($0)] } }
      }
      return plans.filter { plan in (0..<2).allSatisfy { sum(claims[$0], plan) <= allowed[$0] + 1e-9 } }
        .map { plan in
          (0..<2).reduce(0) { $0 + weights[$1] * max(0, required[$1] - sum(brings[$1], plan)) }
        }.min() ?? .infinity
    }

    private func sum(_ coefficients: [Double], _ plan: [Double]) -> Double {
      zip(coefficients, plan).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  private static let limits = SearchLimits(
    gap: 0, allowance: 0, nodes: 1, deadline: nil, interruption: nil)

  private func bound(_ program: Program, rounds: Int, _ reach: CutLimits.Reach) throws -> Double {
    let cuts = CutLimits(enough: .infinity, rounds: rounds, idleRounds: rounds, reach: reach)
    return try program.linear.bound(cutting: cuts, limits: Self.limits)
  }

  @Test(
    "No rounds of cuts, nor cuts of cuts, prove more than the best of all plans leaves open",
    arguments: [CutLimits.Reach.rows, .sums, .basis])
  func neverTooMuch(reach: CutLimits.Reach) throws {
    for seed in 0..<500 as Range<UInt64> {
      let program = Program(seed: seed)
      let proved = try bound(program, rounds: 12, reach)
      #expect(proved <= program.leastGap + 1e-6 * (1 + program.leastGap), "seed \(seed)")
    }
  }

  @Test("Cuts by the basis close most of what lies between the linear program and the best plan")
  func closesMost() throws {
    var (relaxed, cut, best) = (0.0, 0.0, 0.0)
    for seed in 0..<500 as Range<UInt64> {
      let program = Program(seed: seed)
      relaxed += try bound(program, rounds: 0, .basis)
      cut += try bound(program, rounds: 12, .basis)
      best += program.leastGap
    }
    #expect(cut - relaxed > 0.8 * (best - relaxed))
  }
}
