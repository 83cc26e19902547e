package import Simulation

/// A scenario with what is asked of it looked up once.
package struct Rules: Sendable {
  package let scenario: Scenario
  let capabilities: [String: Capability]
  let contributors: [String: Contributor]
  let missions: [String: Mission]
  let needs: [String: Need]
  let pledges: [String: Pledge]
  let pools: [String: LiftPool]
  let processes: [String: ProcessPlan]
  let supports: [String: Support]
  /// Packages whose members take turns.
  let rotations: Set<String>

  package init(_ scenario: Scenario) {
    self.scenario = scenario
    capabilities = Dictionary(uniqueKeysWithValues: scenario.capabilities.map { ($0.id, $0) })
    contributors = Dictionary(uniqueKeysWithValues: scenario.contributors.map { ($0.id, $0) })
    missions = Dictionary(uniqueKeysWithValues: scenario.missions.map { ($0.id, $0) })
    needs = Dictionary(uniqueKeysWithValues: scenario.needs.map { ($0.id, $0) })
    pledges = Dictionary(uniqueKeysWithValues: scenario.pledges.map { ($0.id, $0) })
    pools = Dictionary(uniqueKeysWithValues: scenario.lift.map { ($0.id, $0) })
    processes = Dictionary(uniqueKeysWithValues: scenario.processes.map { ($0.id, $0) })
    supports = Dictionary(uniqueKeysWithValues: scenario.supports.map { ($0.id, $0) })
    rotations = Set(
      scenario.packages.filter {
        if case .rotation = $0.kind { true } else { false }
      }.map(\.id))
  }

  /// Days on which a need counts.
  func span(_ need: Need) -> Range<Int> {
    let first = max(0, need.from)
    return first..<max(first, min(need.until, scenario.horizon.days))
  }

  /// What one unit of the pledge's measure is worth to a need; 0 where the capability does not fit.
  func effectiveness(_ pledge: Pledge, _ need: Need) -> Double {
    var worth = 1.0
    if pledge.capability != need.capability {
      let fitting = scenario.substitutions.filter {
        $0.of == pledge.capability && $0.target == need.capability
      }
      worth = fitting.last?.effectiveness ?? 0
    }
    if need.counted == .serviceable { worth *= capabilities[pledge.capability]?.serviceability ?? 1 }
    return worth
  }

  func category(_ sending: Sending) -> PersonnelCategory {
    capabilities[sending.pledge.capability]?.category ?? .contingents
  }

  /// People of what is sent who speak a working language; of several, the best-spoken one counts.
  func speakers(_ sending: Sending) -> Double {
    let pledge = sending.pledge
    let home = contributors[pledge.contributor]?.languages ?? []
    let shares = (missions[sending.need.mission]?.languages ?? []).map { language in
      pledge.languages.isEmpty ? (home.contains(language) ? 1 : 0) : pledge.languages[language] ?? 0
    }
    return sending.share(of: pledge.personnel) * (shares.max() ?? 0)
  }

  /// Readiness with a support's help.
  func readiness(_ pledge: Pledge, _ support: String?) -> Readiness {
    max(pledge.readiness, support.flatMap { supports[$0] }?.raisesReadinessTo ?? .unregistered)
  }

  /// Whether a support is for this pledge: all that it names must fit.
  func fits(_ support: Support, _ pledge: Pledge) -> Bool {
    support.kind != .lift
      && (support.capabilities.isEmpty || support.capabilities.contains(pledge.capability))
      && (support.pledges.isEmpty || support.pledges.contains(pledge.id))
      && (support.contributors.isEmpty || support.contributors.contains(pledge.contributor))
  }
}
