/// When one pledge can be there for one need, and what it is then.
struct Itinerary: Sendable {
  let candidate: DeploymentCatalogue.Candidate
  private let lead: LeadTime
  private let context: DeploymentDays
  private let pledge: Pledge
  private let need: Need
  /// First day on which it can be requested: its own, or its support's.
  private let requestFrom: Int
  /// First day on which it can be there, `A₁`; `nil` for never.
  let firstDay: Int?

  init(candidate: DeploymentCatalogue.Candidate, lead: LeadTime, context: DeploymentDays) {
    self.candidate = candidate
    self.lead = lead
    self.context = context
    pledge = context.scenario.pledges[candidate.pair.pledge]
    need = context.scenario.needs[candidate.pair.need]
    let support = candidate.support.map { context.scenario.supports[$0] }
    requestFrom = max(pledge.requestFrom, support?.from ?? 0)
    let span = need.span(in: context.scenario.horizon)
    firstDay = lead.presence(requestedOn: requestFrom).map { [pledge] in
      max(pledge.from, $0, span.lowerBound)
    }
  }

  /// First day on which it is gone at the latest.
  var lastEnd: Int { min(pledge.until, need.span(in: context.scenario.horizon).upperBound) }

  /// A column for each day on which an element can arrive, in order.
  var columns: [Deployment] {
    let elements = Double(pledge.units)
    if pledge.inPlace != nil {
      let leg = context.builder.leg(
        candidate, arrival: 0, end: max(0, lastEnd), request: nil, firstDay: 0, isInPlace: true)
      return [Deployment(legs: [leg], least: elements, most: elements, isInPlace: true)]
    }
    return arrivals.compactMap { leg(arrivingOn: $0) }.map { Deployment(legs: [$0], most: elements) }
  }

  /// The first possible day, each later period's first day, and the days that pins name.
  var arrivals: [Int] {
    guard let firstDay else { return [] }
    let starts = context.scenario.horizon.periods.map(\.lowerBound)
    let pinned = context.scenario.allocation.pins.filter { $0.pledge == pledge.id && $0.need == need.id }
      .compactMap(\.arrivalDay)
    return Set([firstDay] + (starts + pinned).filter { $0 > firstDay }).sorted()
  }

  /// One element that arrives on a day; `nil` where it would have to go before, or cannot be there yet.
  func leg(arrivingOn arrival: Int) -> DeploymentLeg? {
    guard let firstDay, arrival >= firstDay, arrival < context.scenario.horizon.days else { return nil }
    let end = min(pledge.tourDays.map { arrival + $0 } ?? lastEnd, lastEnd)
    guard end > arrival, arrival < helpEnd,
      let request = lead.latestRequest(arrivingOn: arrival, notBefore: requestFrom)
    else { return nil }
    return context.builder.leg(
      candidate, arrival: arrival, end: end, request: request, firstDay: firstDay,
      lift: liftDemand(arrival: arrival, end: end, request: request))
  }

  /// What a support helps is there while the support still is: before this day.
  private var helpEnd: Int {
    candidate.support.map { context.scenario.supports[$0].until } ?? context.scenario.horizon.days
  }

  /// Loads of each part that comes before it has to go.
  private func liftDemand(arrival: Int, end: Int, request: Int) -> [DeploymentLeg.LiftDemand] {
    guard let process = pledge.process.flatMap({ context.processes[$0] }),
      let after = lead.daysFromLiftToPresence(requestedOn: request)
    else { return [] }
    let readiness = candidate.readiness(of: pledge, in: context.scenario)
    let parts = pledge.parts(arrivingOn: arrival)
    let loads =
      parts.isEmpty ? [DeploymentLeg.Part(day: arrival, share: 1)] : parts.filter { $0.day < end }
    return process.stages.flatMap { stage -> [DeploymentLeg.LiftDemand] in
      let skipped = stage.skipFrom.map { readiness >= $0 } ?? false
      guard let pool = stage.lift.flatMap({ context.pools[$0] }), !skipped, !pledge.done.contains(stage.id)
      else { return [] }
      return loads.map { load in
        let elements = Double(pledge.units)
        let sorties = pool.sorties(
          tonnes: pledge.tonnes / elements * load.share, people: pledge.personnel / elements * load.share)
        return DeploymentLeg.LiftDemand(pool: pool.id, sorties: Double(sorties), day: load.day - after)
      }
    }
  }
}

extension DeploymentCatalogue.Candidate {
  /// The pledge's readiness, raised by the support if there is one.
  func readiness(of pledge: Pledge, in scenario: Scenario) -> Readiness {
    support.map { scenario.supports[$0].raised(pledge).readiness } ?? pledge.readiness
  }
}
