extension PackageDeployments {
  /// Why a member that a need would take is in no column for it.
  func refusal(of pair: DeploymentCatalogue.Pair) -> Reason {
    let (pledge, need) = (scenario.pledges[pair.pledge], scenario.needs[pair.need])
    let package = scenario.packages.first { $0.isSentWhole && $0.members.contains(pledge.id) }
    let alone = BilingualText(
      en: "\(pledge.id) is not sent by itself", fr: "\(pledge.id) n'est pas envoyé seul")
    let detail = package.map { obstacle(to: pledge.id, $0, need) } ?? alone
    return Reason(kind: .package, detail: detail, pledges: [pledge.id])
  }

  private func obstacle(to pledge: String, _ package: Package, _ need: Need) -> BilingualText {
    let others = movable(package).filter { scenario.pledges[$0].id != pledge }
    switch package.kind {
    case .rotation:
      let number = scenario.needs.firstIndex { $0.id == need.id } ?? 0
      if let unfit = others.first(where: { itinerary($0, number)?.firstDay == nil }) {
        let other = scenario.pledges[unfit].id
        return BilingualText(
          en: "\(pledge) takes turns with \(other), which cannot serve \(need.id)",
          fr: "\(pledge) alterne avec \(other), qui ne peut servir \(need.id)")
      }
      return BilingualText(
        en: "\(pledge) has no turn of \(package.id) that it could take at \(need.id)",
        fr: "\(pledge) n'a dans \(package.id) aucun tour possible à \(need.id)")
    case .allOrNothing, .atMost:
      if let unfit = others.first(where: { needs(of: $0, in: need.mission).isEmpty }) {
        let other = scenario.pledges[unfit].id
        return BilingualText(
          en: "\(pledge) comes only with \(other), which no need of \(need.mission) takes",
          fr: "\(pledge) ne vient qu'avec \(other), qu'aucun besoin de \(need.mission) ne prend")
      }
      return BilingualText(
        en: "\(pledge) comes only with all of \(package.id), which cannot all be there in time",
        fr: "\(pledge) ne vient qu'avec tout \(package.id), qui ne peut être là en entier à temps")
    }
  }
}
