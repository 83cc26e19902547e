/// Which stages come before which, in any process.
struct StagePairs {
  private struct Pair: Hashable {
    let from: String
    let to: String
  }

  private var processesByStage: [String: [[String: [String]]]] = [:]
  /// Answers given: many risks ask for the same few stages.
  private var known: [Pair: Bool] = [:]

  init(_ processes: [ProcessPlan]) {
    for process in processes {
      let waits = process.stages.map { ($0.id, $0.after) }
      let after = Dictionary(waits, uniquingKeysWith: { first, _ in first })
      for stage in process.stages { processesByStage[stage.id, default: []].append(after) }
    }
  }

  /// Whether a process has `start` as `end` itself or among what `end` waits for, directly or not.
  mutating func leads(from start: String, to end: String) -> Bool {
    let pair = Pair(from: start, to: end)
    if let answer = known[pair] { return answer }
    let answer = (processesByStage[end] ?? []).contains { Self.leads(from: start, to: end, after: $0) }
    known[pair] = answer
    return answer
  }

  private static func leads(from start: String, to end: String, after: [String: [String]]) -> Bool {
    var reached: Set<String> = [end]
    var open = [end]
    while let stage = open.popLast() {
      if stage == start { return true }
      for before in after[stage] ?? [] where reached.insert(before).inserted { open.append(before) }
    }
    return false
  }
}
