/// Reads the assignments of a given plan, and checks each by itself and all together.
struct GivenPlanReader {
  /// What is allowed and has to be told.
  private(set) var warnings: [BilingualText] = []

  private let scenario: Scenario
  private let eligibility: Eligibility
  private let pledges: [String: Pledge]
  private let needs: [String: Need]
  private let supports: [String: Support]
  /// Names of each kind of entry.
  private let names: (pledges: Set<String>, needs: Set<String>, supports: Set<String>, packages: Set<String>)

  init(_ scenario: Scenario) {
    func byId<Entry>(_ entries: [Entry], _ id: (Entry) -> String) -> [String: Entry] {
      Dictionary(uniqueKeysWithValues: entries.map { (id($0), $0) })
    }
    self.scenario = scenario
    pledges = byId(scenario.pledges, \.id)
    needs = byId(scenario.needs, \.id)
    supports = byId(scenario.supports, \.id)
    eligibility = Eligibility(scenario: scenario)
    names = (
      Set(pledges.keys), Set(needs.keys), Set(supports.keys), Set(scenario.packages.map(\.id))
    )
  }

  /// The assignments; `nil` where they are no list.
  mutating func assignments(of allocation: Fields) -> [Assignment]? {
    guard let list = allocation.required("assignments") else { return nil }
    let read = list.elements().compactMap { cursor in
      Fields(cursor).flatMap { fields in assignment(fields).map { (fields, $0) } }
    }
    checkTotals(read)
    warnings += GivenPlanDoubts(scenario, read.map(\.1)).all
    return read.map(\.1)
  }

  private mutating func assignment(_ fields: Fields) -> Assignment? {
    let pledge = fields.required("pledge")?.identifier(
      among: names.pledges, of: .pledges, orElse: "the scenario has no pledge")
    let need = fields.required("need")?.identifier(
      among: names.needs, of: .needs, orElse: "the scenario has no need")
    let support = fields["support"]?.identifier(
      among: names.supports, of: .supports, orElse: "the scenario has no support")
    let package = fields["package"]?.identifier(
      among: names.packages, of: .packages, orElse: "the scenario has no package")
    let isInPlace = fields["inPlace"]?.flag() ?? false
    let units = fields.required("units")?.number(in: Bounds(low: 0, high: 1e6, isAboveLow: true))
    let arrival = fields.required("arrivalDay")?.day()
    let request = isInPlace ? fields["requestDay"]?.day() : fields.required("requestDay")?.day()
    let until = fields["untilDay"]?.day()
    guard let pledge = pledge.flatMap({ pledges[$0] }), let need = need.flatMap({ needs[$0] }), let units,
      let arrival, isInPlace || request != nil
    else { return nil }
    let assignment = Assignment(
      pledge: pledge.id, need: need.id, units: units, quantity: units * pledge.elementQuantity,
      requestDay: isInPlace ? nil : request, arrivalDay: arrival,
      untilDay: until ?? lastDay(of: pledge, at: need, arrival: arrival, isInPlace: isInPlace),
      isInPlace: isInPlace, support: support, package: package)
    check(assignment, pledge, need, fields)
    return assignment
  }

  /// First day on which it is gone at the latest.
  private func end(of pledge: Pledge, at need: Need) -> Int {
    min(pledge.until, need.until, scenario.horizon.days)
  }

  private func lastDay(of pledge: Pledge, at need: Need, arrival: Int, isInPlace: Bool) -> Int {
    let tour = isInPlace ? nil : pledge.tourDays
    return min(tour.map { arrival + $0 } ?? .max, end(of: pledge, at: need))
  }

  private mutating func check(_ assignment: Assignment, _ pledge: Pledge, _ need: Need, _ fields: Fields) {
    checkDays(assignment, pledge, need, fields)
    let quantity = fields["quantity"]?.number(in: .amount)
    if let quantity, abs(quantity - assignment.quantity) > 1e-6 * max(1, quantity) {
      warnings.append(
        BilingualText(
          en:
            "the plan sends \(quantity.plain) of \(pledge.id) to \(need.id), which are now \(assignment.quantity.plain)",
          fr:
            "le plan envoie \(quantity.plain) de \(pledge.id) à \(need.id) : c'est maintenant \(assignment.quantity.plain)"
        ))
    }
    let support = assignment.support.flatMap { supports[$0] }
    if let support, assignment.isInPlace || !support.fits(pledge) {
      fields.report("support", "\(support.id) is not offered to \(pledge.id)")
    }
    if eligibility.effectiveness(of: pledge, for: need) == nil {
      fields.report(
        "need",
        "\(need.id) asks for \(need.capability), which \(pledge.capability) of \(pledge.id) is not and "
          + "cannot stand in for")
    } else if !assignment.isInPlace {
      for refusal in eligibility.refusals(of: support?.raised(pledge) ?? pledge, for: need) {
        fields.report("need", refusal.detail)
      }
    }
  }

  private func checkDays(_ assignment: Assignment, _ pledge: Pledge, _ need: Need, _ fields: Fields) {
    let (arrival, until) = (assignment.arrivalDay, assignment.untilDay)
    let end = end(of: pledge, at: need)
    let isKnown = pledge.inPlace == need.id
    if assignment.isInPlace != (pledge.inPlace != nil) || assignment.isInPlace && !isKnown {
      let place = pledge.inPlace.map { "in place at \($0)" } ?? "not in place anywhere"
      fields.report("inPlace", "\(pledge.id) is \(place) on day 0")
      return
    }
    if arrival >= end {
      fields.report(
        "arrivalDay", "day \(arrival) is not before day \(end), when \(pledge.id) or the need ends")
    } else if until <= arrival || until > end {
      fields.report("untilDay", "day \(until) is impossible; allowed: \(arrival + 1) to \(end)")
    }
    guard let request = assignment.requestDay else { return }
    let support = assignment.support.flatMap { supports[$0] }
    let earliest = max(pledge.requestFrom, support?.from ?? 0)
    if request < earliest {
      fields.report(
        "requestDay", "day \(request) is too early; \(pledge.id) may be asked for from day \(earliest)")
    } else if request > arrival {
      fields.report("requestDay", "day \(request) is after the day of arrival, \(arrival)")
    } else if arrival < pledge.from {
      fields.report(
        "arrivalDay", "day \(arrival) is too early; \(pledge.id) may be there from day \(pledge.from)")
    }
  }

  /// No more of a pledge than there is, and of a support's places than it has.
  private func checkTotals(_ read: [(Fields, Assignment)]) {
    var sent: [String: Double] = [:]
    var helped: [String: Double] = [:]
    for (fields, assignment) in read {
      let id = assignment.pledge
      let units = Double(pledges[id]?.units ?? 0)
      sent[id, default: 0] += assignment.units
      if let all = sent[id], all > units * (1 + 1e-9) {
        fields.report(
          "units", "the plan sends \(all.plain) elements of \(id) by now; allowed: \(units.plain)")
      }
      guard let support = assignment.support.flatMap({ supports[$0] }) else { continue }
      helped[support.id, default: 0] += assignment.units
      if let all = helped[support.id], all > Double(support.capacity) * (1 + 1e-9) {
        fields.report(
          "support",
          "\(all.plain) elements use \(support.id) by now; allowed: \(Double(support.capacity).plain)")
      }
    }
  }
}
