/// Whether a pledge can count for a need, and if not, why not.
package struct Eligibility: Sendable {
  private let contributors: [String: Contributor]
  private let capabilities: [String: Capability]
  private let missions: [String: Mission]
  private let substitutions: [String: [String: Double]]
  private let bans: [Ban]

  package init(scenario: Scenario) {
    contributors = Dictionary(uniqueKeysWithValues: scenario.contributors.map { ($0.id, $0) })
    capabilities = Dictionary(uniqueKeysWithValues: scenario.capabilities.map { ($0.id, $0) })
    missions = Dictionary(uniqueKeysWithValues: scenario.missions.map { ($0.id, $0) })
    substitutions = scenario.substitutions.reduce(into: [:]) {
      $0[$1.of, default: [:]][$1.target] = $1.effectiveness
    }
    bans = scenario.allocation.bans
  }

  /// What one unit of the pledge's measure is worth to the need; `nil` where the capability does not fit.
  ///
  ///     e = effectiveness of the substitution · serviceability, where the need counts serviceable machines
  package func effectiveness(of pledge: Pledge, for need: Need) -> Double? {
    let substitution =
      pledge.capability == need.capability
      ? 1 : substitutions[pledge.capability]?[need.capability]
    guard let substitution, substitution > 0 else { return nil }
    let serviceability = capabilities[pledge.capability]?.serviceability ?? 1
    return need.counted == .serviceable ? substitution * serviceability : substitution
  }

  /// Every reason for which the need, the pledge or the host state rules the pair out; empty where none does.
  package func refusals(of pledge: Pledge, for need: Need) -> [Reason] {
    let checks = [
      caveat(pledge, need), hostState(pledge, need), attribute(pledge, need), language(pledge, need),
      readiness(pledge, need), endorsement(pledge, need), women(pledge, need), ban(pledge, need),
    ]
    return checks.compactMap { $0 }
  }

  private func caveat(_ pledge: Pledge, _ need: Need) -> Reason? {
    if !pledge.missions.allows(need.mission) {
      return Reason(
        kind: .caveat,
        detail: BilingualText(
          en: "\(pledge.id) is not offered to \(need.mission)",
          fr: "\(pledge.id) n'est pas offert à \(need.mission)"), pledges: [pledge.id])
    }
    guard let site = need.site, !pledge.sites.allows(site) else { return nil }
    return Reason(
      kind: .caveat,
      detail: BilingualText(
        en: "\(pledge.id) does not go to \(site)", fr: "\(pledge.id) ne va pas à \(site)"),
      pledges: [pledge.id])
  }

  private func hostState(_ pledge: Pledge, _ need: Need) -> Reason? {
    guard let refuses = missions[need.mission]?.refuses else { return nil }
    let senders = [pledge.contributor] + pledge.partners
    if let refused = senders.first(where: refuses.contributors.contains) {
      return Reason(
        kind: .hostState,
        detail: BilingualText(
          en: "the host state of \(need.mission) does not accept \(refused)",
          fr: "l'État hôte de \(need.mission) n'accepte pas \(refused)"),
        pledges: [pledge.id])
    }
    guard refuses.capabilities.contains(pledge.capability) else { return nil }
    return Reason(
      kind: .hostState,
      detail: BilingualText(
        en: "the host state of \(need.mission) does not accept \(pledge.capability)",
        fr: "l'État hôte de \(need.mission) n'accepte pas \(pledge.capability)"),
      pledges: [pledge.id])
  }

  private func attribute(_ pledge: Pledge, _ need: Need) -> Reason? {
    let missing = need.accepts.attributes.subtracting(pledge.attributes).sorted()
    guard !missing.isEmpty else { return nil }
    return Reason(
      kind: .attribute,
      detail: BilingualText(
        en: "\(pledge.id) lacks \(missing.joined(separator: ", "))",
        fr: "il manque à \(pledge.id) : \(missing.joined(separator: ", "))"),
      pledges: [pledge.id])
  }

  private func language(_ pledge: Pledge, _ need: Need) -> Reason? {
    let spoken =
      pledge.languages.isEmpty
      ? Set(contributors[pledge.contributor]?.languages ?? [])
      : Set(pledge.languages.filter { $0.value > 0 }.keys)
    guard !need.accepts.languages.isEmpty, spoken.isDisjoint(with: need.accepts.languages) else {
      return nil
    }
    let asked = need.accepts.languages.sorted().joined(separator: " or ")
    return Reason(
      kind: .language,
      detail: BilingualText(
        en: "\(pledge.id) does not speak \(asked)", fr: "\(pledge.id) ne parle pas \(asked)"),
      pledges: [pledge.id])
  }

  private func readiness(_ pledge: Pledge, _ need: Need) -> Reason? {
    guard pledge.readiness < need.accepts.readiness else { return nil }
    return Reason(
      kind: .readiness,
      detail:
        BilingualText(
          en:
            "\(pledge.id) is \(pledge.readiness.rawValue), the need asks \(need.accepts.readiness.rawValue)",
          fr:
            "\(pledge.id) est au niveau \(pledge.readiness.rawValue), le besoin exige \(need.accepts.readiness.rawValue)"
        ),
      pledges: [pledge.id])
  }

  private func endorsement(_ pledge: Pledge, _ need: Need) -> Reason? {
    let held = contributors[pledge.contributor]?.endorsements ?? []
    let missing = need.accepts.endorsements.subtracting(held).sorted()
    guard !missing.isEmpty else { return nil }
    return Reason(
      kind: .endorsement,
      detail: BilingualText(
        en: "\(pledge.contributor) has not endorsed \(missing.joined(separator: ", "))",
        fr: "\(pledge.contributor) n'a pas adhéré à \(missing.joined(separator: ", "))"),
      pledges: [pledge.id])
  }

  private func women(_ pledge: Pledge, _ need: Need) -> Reason? {
    let asked = need.accepts.womenShareAtLeast
    // Multiplied out, so that a pledge without people has a share of nothing.
    guard asked > 0, pledge.personnel <= 0 || pledge.women < asked * pledge.personnel else { return nil }
    return Reason(
      kind: .women,
      detail: BilingualText(
        en: "\(pledge.id) has fewer women than the share the need asks",
        fr: "\(pledge.id) compte moins de femmes que la part exigée"),
      pledges: [pledge.id])
  }

  private func ban(_ pledge: Pledge, _ need: Need) -> Reason? {
    let banned = bans.contains {
      $0.pledge == pledge.id && ($0.need == nil || $0.need == need.id)
        && ($0.mission == nil || $0.mission == need.mission)
    }
    guard banned else { return nil }
    return Reason(
      kind: .pin,
      detail: BilingualText(
        en: "the planner has ruled out \(pledge.id) for \(need.id)",
        fr: "le planificateur a exclu \(pledge.id) pour \(need.id)"), pledges: [pledge.id])
  }
}
