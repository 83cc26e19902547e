import Simulation

extension LinearProgram {
  /// Tours that cover needs period by period: rows in time chains, columns in groups, all at random.
  static func tours(
    seed: UInt64, pledges: Int = 6, needs: Int = 3, periods: Int = 6, pinned: Bool = false,
    hasPieces: Bool = true
  ) -> LinearProgram {
    var generator = SeededGenerator(seed: seed)
    var program = LinearProgram(name: "tours-\(seed)")
    var cover = [[[Entry]]](repeating: .init(repeating: [], count: periods), count: needs)
    var ceiling = [[Entry]](repeating: [], count: periods)
    for pledge in 0..<pledges {
      let (units, people) = (Double(generator.pick([1, 2, 3])), Double(generator.pick([50, 120, 400])))
      let length = generator.pick([2, 3, periods])
      var supply: [Entry] = []
      for need in 0..<needs where generator.chance(0.7) {
        for from in Int.random(in: 0..<periods, using: &generator)..<periods {
          let least = pinned && supply.isEmpty ? 0.5 : 0
          let column = program.addColumn(
            "x\(pledge)>\(need)@\(from)", lower: least, upper: units, cost: 0, group: pledge)
          supply.append(Entry(column, 1))
          for period in from..<min(periods, from + length) {
            cover[need][period].append(Entry(column, 1))
            ceiling[period].append(Entry(column, people))
          }
        }
      }
      program.addRow("supply\(pledge)", upper: units, supply)
    }
    for need in 0..<needs {
      let required: Double = generator.pick([1, 2, 4])
      let weight: Double = generator.pick([1, 2, 3, 5])
      var last: Int?
      for period in 0..<periods {
        // Where there are two pieces the first weighs less.
        let weights = hasPieces ? [1.0, 3] : [1]
        let pieces = weights.map {
          program.addColumn(
            "u\(need)@\(period)", upper: required / Double(weights.count), cost: weight * $0)
        }
        last = program.addRow(
          "cover\(need)@\(period)", lower: required, cover[need][period] + pieces.map { Entry($0, 1) },
          follows: last)
      }
    }
    var last: Int?
    let room: Double = generator.pick([300, 900, 2000])
    for period in 0..<periods {
      last = program.addRow("ceiling@\(period)", upper: room, ceiling[period], follows: last)
    }
    return program
  }
}

extension LinearProgram {
  /// The optimum of a session of its own.
  func optimum(by means: RelaxationMeans) throws -> LinearOptimum {
    try RelaxationSession.with(self, means: means) { session throws(SolverFailure) in try session.solve() }
  }
}

extension RelaxationMeans {
  /// Whose optima have to be the same.
  static let all = [
    plain, RelaxationMeans(differences: true, sifts: false), RelaxationMeans(differences: true, sifts: true),
    RelaxationMeans(differences: true, sifts: true, usesInteriorPoint: true),
  ]
}
