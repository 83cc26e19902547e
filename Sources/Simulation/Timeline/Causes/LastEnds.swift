/// Of what an activity waits for, what is the last to end, in all replications of a block.
struct LastEnds {
  /// By activity: the place of the first that it waits for.
  private let first: [Int]
  /// By activity, then what it waits for: where that is the last to end, and no gate opens later.
  private var isLast: [ReplicationSet]
  /// By step of the program: what is found by it.
  private let joins: [Program.Join?]

  init(graph: ActivityGraph, program: Program) {
    first = graph.activities.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.after.count) }
    // One that waits for nothing else always is.
    isLast = [ReplicationSet](repeating: .all, count: first[graph.activities.count])
    var joins = [Program.Join?](repeating: nil, count: program.steps.count)
    for join in program.joins { joins[join.step] = join }
    self.joins = joins
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
    let first = first[join.activity]
    if join.isFirst { for place in join.earlier { isLast[first + place] = .all } }
    for place in join.earlier { isLast[first + place].subtract(isLater) }
    if join.other >= 0 { isLast[first + join.other] = found }
  }
}
