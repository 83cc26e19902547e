extension Fields {
  func support() -> Support? {
    let id = required("id")?.identifier()
    let kind: Support.Kind? = required("kind")?.choice()
    // A lift pledge adds carriers; how many deployments use them is for the pool to say.
    let capacity = kind == .lift ? self["capacity"] : required("capacity")
    var support = Support(
      id: id ?? "", kind: kind ?? .training, capacity: capacity?.whole(in: 1...1_000_000) ?? 0, until: 1)
    support.contributor = self["contributor"]?.reference(to: .contributors)
    support.effect = self["effect"]?.object { $0.supportEffect() }
    support.raisesReadinessTo = self["raisesReadinessTo"]?.choice()
    readBeneficiaries(into: &support)
    readLift(into: &support)
    readDays(into: &support)
    support.evidence = evidence()
    return id == nil || kind == nil ? nil : support
  }

  private func readBeneficiaries(into support: inout Support) {
    guard let cursor = self["for"] else { return }
    let sets = cursor.object { fields in
      (
        Set(fields["capabilities"]?.references(to: .capabilities) ?? []),
        Set(fields["pledges"]?.references(to: .pledges) ?? []),
        Set(fields["contributors"]?.references(to: .contributors) ?? [])
      )
    }
    guard let sets else { return }
    (support.capabilities, support.pledges, support.contributors) = sets
  }

  private func supportEffect() -> Support.Effect? {
    let stage = required("stage")?.anyStage()
    let factor = required("factor")?.number(in: .share)
    guard let stage, let factor else { return nil }
    return Support.Effect(stage: stage, factor: factor)
  }

  private func readLift(into support: inout Support) {
    let isLift = support.kind == .lift
    let pool = isLift ? required("pool") : self["pool"]
    let carriers = isLift ? required("carriers") : self["carriers"]
    support.pool = pool?.reference(to: .lift)
    support.carriers = carriers?.whole(in: 1...1_000_000) ?? 0
    if !isLift {
      for key in [pool, carriers].compactMap(\.self) {
        key.report("this key has no meaning in a support of kind '\(support.kind.rawValue)'")
      }
    }
  }

  private func readDays(into support: inout Support) {
    let from = self["from"]?.day() ?? 0
    let until = self["until"].map { $0.day() } ?? reading.horizonDays
    doubtFirstDay("from", from, of: "supports.\(support.id)")
    support.from = max(0, from)
    guard let until, let horizon = reading.horizonDays else { return }
    support.until = min(until, horizon)
    if has("until"), until <= from {
      report("until", "day \(until) is not after the support's first day, \(from)")
    } else {
      doubtLastDay("until", until, of: "supports.\(support.id)")
    }
  }
}
