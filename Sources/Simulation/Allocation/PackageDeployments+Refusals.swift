extension PackageDeployments {
  /// Why a member that a need would take is in no column for it.
  func refusal(of pair: DeploymentCatalogue.Pair) -> Reason {
    let (pledge, need) = (scenario.pledges[pair.pledge], scenario.needs[pair.need])
    let package = scenario.packages.first { $0.isSentWhole && $0.members.contains(pledge.id) }
    let detail = package.map { obstacle(to: pledge.id, $0, need) } ?? "\(pledge.id) is not sent by itself"
    return Reason(kind: .package, detail: detail, pledges: [pledge.id])
  }

  private func obstacle(to pledge: String, _ package: Package, _ need: Need) -> String {
    let others = movable(package).filter { scenario.pledges[$0].id != pledge }
    switch package.kind {
    case .rotation:
      let number = scenario.needs.firstIndex { $0.id == need.id } ?? 0
      if let unfit = others.first(where: { itinerary($0, number)?.firstDay == nil }) {
        return "\(pledge) takes turns with \(scenario.pledges[unfit].id), which cannot serve \(need.id)"
      }
      return "\(pledge) has no turn of \(package.id) that it could take at \(need.id)"
    case .allOrNothing, .atMost:
      if let unfit = others.first(where: { needs(of: $0, in: need.mission).isEmpty }) {
        return
          "\(pledge) comes only with \(scenario.pledges[unfit].id), which no need of \(need.mission) takes"
      }
      return "\(pledge) comes only with all of \(package.id), which cannot all be there in time"
    }
  }
}
