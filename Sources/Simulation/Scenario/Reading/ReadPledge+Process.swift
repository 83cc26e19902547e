extension Fields {
  /// Loads that one element may need of one pool: more is a slip in tonnes or payload.
  private static let mostLoads = 100_000

  /// The process of a pledge, and the stages of it that are done.
  func readProcess(into pledge: inout Pledge) {
    pledge.process = self["process"]?.reference(to: .processes)
    let facts = pledge.process.flatMap { reading.processes[$0] }
    pledge.done = Set(self["done"]?.distinct { $0.stage(of: facts) } ?? [])
    if !pledge.done.isEmpty, !has("process") {
      report("done", "stages are done, but the pledge has no process")
    }
  }

  /// What the figures of a pledge, each right by itself, must be together.
  func checkFigures(of pledge: Pledge) {
    if pledge.women > pledge.personnel {
      let people = "the \(pledge.personnel.plain) people of the pledge"
      report("women", "\(pledge.women.plain) women are more than \(people)")
    }
    if let need = pledge.inPlace, pledge.from > 0 {
      report(
        "inPlace", "the pledge serves '\(need)' on day 0, but may be present from day \(pledge.from) only")
    }
    if let process = pledge.process, let facts = reading.processes[process] {
      checkLoads(of: pledge, pools: facts.tightestPools)
    }
  }

  private func checkLoads(of pledge: Pledge, pools: [LiftPool]) {
    let tonnes = pledge.tonnes / Double(pledge.units)
    let people = pledge.personnel / Double(pledge.units)
    for pool in pools {
      let loads = max(tonnes / (pool.payloadTonnes ?? .infinity), people / (pool.seats ?? .infinity))
      if loads > Double(Self.mostLoads) {
        cursor.report(
          "one element (\(tonnes.plain) tonnes, \(people.plain) people) needs "
            + "\(loads.rounded(.up).plain) loads of the lift pool '\(pool.id)'; "
            + "allowed: at most \(Double(Self.mostLoads).plain)")
      }
    }
  }
}

extension Cursor {
  /// A stage of a process; any name where the process is not known.
  fileprivate func stage(of process: ProcessFacts?) -> String? {
    guard let process else { return identifier() }
    return identifier(
      among: process.stages, of: .processes, orElse: "the process '\(process.id)' has no stage")
  }
}
