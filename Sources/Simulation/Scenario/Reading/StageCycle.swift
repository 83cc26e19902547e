/// Finds stages that wait for one another in a circle.
enum StageCycle {
  /// One circle in the order in which its stages would run, its first stage named again at the end; `nil`
  /// where there is none.
  ///
  /// - Complexity: Linear in stages and in what they wait for; without recursion, so of any depth.
  static func find(in stages: [Stage]) -> [String]? {
    let waiting = stagesThatNeverStart(stages)
    let after = Dictionary(stages.map { ($0.id, $0.after) }, uniquingKeysWith: { first, _ in first })
    guard var stage = waiting.min() else { return nil }
    // Backwards from one of them, always to a stage that never starts either, until one comes twice.
    var walk: [String] = []
    var visited: [String: Int] = [:]
    while visited[stage] == nil {
      visited[stage] = walk.count
      walk.append(stage)
      guard let before = after[stage]?.filter(waiting.contains).min() else { return nil }
      stage = before
    }
    let circle = Array(walk[(visited[stage] ?? 0)...].reversed())
    let start = circle.indices.min { circle[$0] < circle[$1] } ?? 0
    return Array(circle[start...] + circle[..<start]) + [circle[start]]
  }

  /// What is left when every stage that waits for nothing is taken away, again and again.
  private static func stagesThatNeverStart(_ stages: [Stage]) -> Set<String> {
    var followers: [String: [String]] = [:]
    var waits: [String: Int] = [:]
    for stage in stages {
      waits[stage.id] = stage.after.count
      for before in stage.after { followers[before, default: []].append(stage.id) }
    }
    var ready = stages.filter(\.after.isEmpty).map(\.id)
    while let stage = ready.popLast() {
      waits[stage] = nil
      for follower in followers[stage] ?? [] {
        guard let left = waits[follower] else { continue }
        waits[follower] = left - 1
        if left == 1 { ready.append(follower) }
      }
    }
    return Set(waits.keys)
  }
}
