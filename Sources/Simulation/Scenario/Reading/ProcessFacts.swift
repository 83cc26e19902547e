/// What a pledge must know of its process.
struct ProcessFacts {
  let id: String
  let stages: Set<String>
  /// Of the lift pools it uses, the one with the smallest payload and the one with the fewest seats.
  let tightestPools: [LiftPool]

  init(_ process: ProcessPlan, pools: [String: LiftPool]) {
    id = process.id
    stages = Set(process.stages.map(\.id))
    let used = process.stages.compactMap { $0.lift.flatMap { pools[$0] } }
    let smallest = used.min { ($0.payloadTonnes ?? .infinity) < ($1.payloadTonnes ?? .infinity) }
    let fewest = used.min { ($0.seats ?? .infinity) < ($1.seats ?? .infinity) }
    tightestPools = [smallest, smallest?.id == fewest?.id ? nil : fewest].compactMap(\.self)
  }
}
