import Simulation

extension Scenario {
  /// What only some scenarios have, each switched on at random: enabling needs, parts, packages that are one
  /// column, processes with lift, and supports.
  mutating func addRandomOptions(_ generator: inout SeededGenerator) {
    if generator.chance(0.3) { enableOneNeedByAnother(&generator) }
    if generator.chance(0.3) { divideOnePledge(&generator) }
    if generator.chance(0.3) { tieTwoPledges(&generator) }
    if generator.chance(0.4) { addProcesses(&generator) }
    if generator.chance(0.25) { addSupport(&generator) }
  }

  /// The same without a pledge that is not in place.
  ///
  /// The other members of its package go with it: without it they would be free to be sent alone.
  func without(pledge: String) -> Scenario {
    let tied = packages.first { $0.isOneColumn && $0.members.contains(pledge) }
    let leaving = Set(tied?.members ?? [pledge])
    var fewer = self
    fewer.packages.removeAll { $0.id == tied?.id }
    fewer.pledges.removeAll { leaving.contains($0.id) && $0.inPlace == nil }
    return fewer
  }

  private mutating func enableOneNeedByAnother(_ generator: inout SeededGenerator) {
    guard needs.count > 1 else { return }
    needs[0].enabledBy = ["n1"]
    guard generator.chance(0.3), needs.count > 2 else { return }
    needs[1].enabledBy = [generator.pick(["n0", "n2"])]
  }

  private mutating func divideOnePledge(_ generator: inout SeededGenerator) {
    pledges[0].parts = [
      PledgePart(share: 0.25, lagDays: 0), PledgePart(share: 0.75, lagDays: generator.pick([1, 2, 4])),
    ]
  }

  private mutating func tieTwoPledges(_ generator: inout SeededGenerator) {
    let free = pledges.filter { $0.inPlace == nil }.map(\.id)
    guard free.count > 1 else { return }
    let members = Array(free.suffix(2))
    let kind: Package.Kind =
      generator.chance(0.5)
      ? .rotation(overlapDays: generator.pick([0, 1]))
      : .allOrNothing(offsetDays: [members[0]: generator.pick([0, 2])])
    packages.removeAll { !Set($0.members).isDisjoint(with: members) }
    packages.append(Package(id: "tied", kind: kind, members: members))
  }

  private mutating func addProcesses(_ generator: inout SeededGenerator) {
    var pool = LiftPool(id: "air", carriers: 1, cycleDays: .fixed(generator.pick([1, 2])))
    pool.payloadTonnes = 100
    lift = [pool]
    var flight = Stage(id: "flight", after: ["training"])
    flight.lift = "air"
    let days = Double(Int.random(in: 0...4, using: &generator))
    processes = [ProcessPlan(id: "process", stages: [Stage(id: "training", days: .fixed(days)), flight])]
    for pledge in pledges.indices where pledges[pledge].inPlace == nil && generator.chance(0.6) {
      pledges[pledge].process = "process"
      pledges[pledge].tonnes = generator.pick([0, 150, 300])
    }
  }

  /// With one element a pledge, so that every plan can still be tried.
  private mutating func addSupport(_ generator: inout SeededGenerator) {
    for pledge in pledges.indices { pledges[pledge].units = 1 }
    var training = Support(id: "trainers", kind: .training, capacity: 1, until: horizon.days)
    training.capabilities = ["aviation", "infantry"]
    training.raisesReadinessTo = .level2
    training.effect = Support.Effect(stage: "training", factor: 0.5)
    var carriers = Support(id: "carriers", kind: .lift, capacity: 1, until: 10)
    carriers.pool = "air"
    carriers.carriers = 1
    carriers.from = 5
    supports = lift.isEmpty ? [training] : [carriers, training]
    for need in needs.indices where generator.chance(0.4) { needs[need].accepts.readiness = .level1 }
  }
}
