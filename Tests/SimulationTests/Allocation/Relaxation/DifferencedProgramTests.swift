import Simulation
import Testing

@Suite("Rows differenced along time")
struct DifferencedProgramTests {
  @Test(
    "Differences and sifting change neither the optimum nor its proof on the rows as they were",
    arguments: 0..<200 as Range<UInt64>, [false, true])
  func sameOptimum(seed: UInt64, pinned: Bool) throws {
    let program = LinearProgram.tours(seed: seed, pinned: pinned)
    let plain = Result { try program.optimum(by: .plain) }
    for sifts in [false, true] {
      let other = Result { try program.optimum(by: RelaxationMeans(differences: true, sifts: sifts)) }
      switch (plain, other) {
      case (.success(let plain), .success(let other)):
        #expect(agree(plain.objective, other.objective), "seed \(seed)")
        #expect(other.certificate.holds, "seed \(seed)")
      case (.failure(let plain as SolverFailure), .failure(let other as SolverFailure)):
        #expect(plain.reason == other.reason)
      default: Issue.record("one way finds an optimum, the other none: seed \(seed)")
      }
    }
  }

  @Test("A tour that stays for long is left with its first row and the one after its last")
  func firstAndLast() {
    var program = LinearProgram(name: "stay")
    let tour = program.addColumn("tour", upper: 1, cost: 0)
    let stays = (0..<4).map { program.addColumn("stay\($0)", upper: 1, cost: 0) }
    var last: Int?
    for period in 0..<10 {
      let here = (2..<7).contains(period) ? [LinearProgram.Entry(tour, 3)] : []
      last = program.addRow(
        "cover@\(period)", lower: 1, stays.map { .init($0, 1) } + here, follows: last)
    }
    let rows = DifferencedProgram(of: program).program.rows
    func touched(by column: Int) -> [Int] {
      rows.indices.filter { rows[$0].entries.contains { $0.column == column } }
    }
    #expect(touched(by: tour) == [2, 7])
    #expect(stays.allSatisfy { touched(by: $0) == [0] })
  }
}
