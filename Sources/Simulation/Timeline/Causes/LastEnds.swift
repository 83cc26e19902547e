/// Of what an activity waits for, what is the last to end, in all replications of a block.
struct LastEnds {
  /// What is found by a step, in numbers alone.
  private struct Join {
    /// Whether it is the activity's first.
    var isFirst: Bool
    /// Those whose times the row holds before, among ``LastEnds/earlier``.
    var earlier: Range<Int>
    /// The place of the other, or -1 for a gate.
    var other: Int
  }

  /// By activity: the place of the first that it waits for.
  private let first: [Int]
  /// By activity, then what it waits for: where that is the last to end, and no gate opens later.
  private var isLast: [ReplicationSet]
  /// By step of the program.
  private var joins: [Join?]
  /// Places, join by join.
  private var earlier: [Int] = []

  init(graph: ActivityGraph, program: Program) {
    let first = graph.activities.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.after.count) }
    self.first = first
    // One that waits for nothing else always is.
    isLast = [ReplicationSet](repeating: .all, count: first[graph.activities.count])
    joins = [Join?](repeating: nil, count: program.steps.count)
    for join in program.joins {
      let start = first[join.activity]
      joins[join.step] = Join(
        isFirst: join.isFirst, earlier: earlier.count..<earlier.count + join.earlier.count,
        other: join.other < 0 ? -1 : start + join.other)
      earlier += join.earlier.map { start + $0 }
    }
  }

  /// Where the activity with this number among those that another waits for is the last.
  func replications(of activity: Int, after number: Int) -> ReplicationSet {
    isLast[first[activity] + number]
  }

  mutating func set(_ activity: Int, after number: Int, to set: ReplicationSet) {
    isLast[first[activity] + number] = set
  }

  func isJoin(_ step: Int) -> Bool { joins[step] != nil }

  /// Takes note of what a step that joins finds: where the other is later than all before, and at least as late.
  mutating func note(_ step: Int, isLater: ReplicationSet, isLast found: ReplicationSet) {
    guard let join = joins[step] else { return }
    for number in join.earlier {
      let place = earlier[number]
      if join.isFirst { isLast[place] = .all }
      isLast[place].subtract(isLater)
    }
    if join.other >= 0 { isLast[join.other] = found }
  }
}
