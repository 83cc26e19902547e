/// Which columns of a large program the solver may use by now.
///
/// Most columns of a large program are at their least in the optimum. They are held there, unseen, until their
/// reduced cost says that they would help: one of each group a round, since columns of one group draw on one
/// supply. Columns without a group, such as shortfalls, are never left out: without them a program may seem to
/// contradict itself.
struct Sifting: Sendable {
  /// Whether each column is held at its least.
  private(set) var isLeftOut: [Bool]
  private let groups: [Int?]

  /// A reduced cost nearer to 0 than this, relative to the largest cost, is arithmetic noise.
  private static let noise = 1e-12

  private var tolerance: Double

  /// Leaves out every column of a group at first, where it is on.
  init(of program: LinearProgram, isOn: Bool) {
    groups = program.columns.map(\.group)
    isLeftOut = program.columns.map {
      isOn && $0.group != nil && $0.lower.isFinite && $0.lower < $0.upper
    }
    tolerance = Self.tolerance(of: program.columns.lazy.map(\.cost))
  }

  /// Lets costs be others from now on.
  mutating func change(costs: [Double]) { tolerance = Self.tolerance(of: costs) }

  private static func tolerance(of costs: some Sequence<Double>) -> Double {
    noise * costs.reduce(1) { max($0, abs($1)) }
  }

  /// Columns to be admitted next: the one of each group with the most negative reduced cost.
  func entering(_ reducedCost: (Int) -> Double) -> [Int] {
    var best: [Int: (column: Int, cost: Double)] = [:]
    for column in isLeftOut.indices where isLeftOut[column] {
      let cost = reducedCost(column)
      guard let group = groups[column], cost < -tolerance, cost < best[group]?.cost ?? 0 else { continue }
      best[group] = (column, cost)
    }
    return best.values.map(\.column).sorted()
  }

  var leftOut: [Int] { isLeftOut.indices.filter { isLeftOut[$0] } }

  mutating func admit(_ column: Int) {
    if isLeftOut.indices.contains(column) { isLeftOut[column] = false }
  }
}
