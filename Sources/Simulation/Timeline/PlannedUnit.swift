/// The elements of one pledge that one need gets by one request: they come together.
struct PlannedUnit: Sendable {
  /// Index in the scenario.
  var pledge: Int
  /// Index in the scenario.
  var need: Int
  /// Elements; a fraction only in fractional plans.
  var elements: Double
  /// In the pledge's measure.
  var quantity: Double
  var requestDay: Int
  /// On the ground on day 0, and certain.
  var isInPlace: Bool
  /// First day on which it may be present.
  var firstDay: Int
  /// First day on which it is gone whenever it came; one that comes no sooner never comes.
  var endDay: Int
  /// Days a post is held; `nil` to ``endDay``.
  var tourDays: Int?
  /// Identifier of the support that it uses.
  var support: String?
  /// Which of the pledge's needs in this plan this is, in identifier order: its draws hang on it.
  var visit: Int

  /// The plan's units in order of pledge, need and request day, those in place first.
  static func units(of assignments: [Assignment], in scenario: Scenario) -> [PlannedUnit] {
    let pledges = Dictionary(
      uniqueKeysWithValues: scenario.pledges.indices.map { (scenario.pledges[$0].id, $0) })
    let needs = Dictionary(uniqueKeysWithValues: scenario.needs.indices.map { (scenario.needs[$0].id, $0) })
    var units: [PlannedUnit] = []
    for assignment in assignments {
      guard let pledge = pledges[assignment.pledge], let need = needs[assignment.need] else { continue }
      units.append(PlannedUnit(assignment, pledge: pledge, need: need, scenario: scenario))
    }
    units = joined(units.sorted(by: comesBefore))
    for index in units.indices.dropFirst() where units[index].pledge == units[index - 1].pledge {
      units[index].visit = units[index - 1].visit + (units[index].need == units[index - 1].need ? 0 : 1)
    }
    return units
  }

  private init(_ assignment: Assignment, pledge: Int, need: Int, scenario: Scenario) {
    let offer = scenario.pledges[pledge]
    let end = min(scenario.needs[need].until, scenario.horizon.days)
    self.pledge = pledge
    self.need = need
    elements = assignment.units
    quantity = assignment.quantity
    requestDay = assignment.requestDay ?? assignment.arrivalDay
    isInPlace = assignment.isInPlace
    firstDay = isInPlace ? 0 : offer.from
    endDay = min(end, isInPlace ? assignment.untilDay : offer.until)
    tourDays = isInPlace ? nil : offer.tourDays
    support = assignment.support
    visit = 0
  }

  private static func comesBefore(_ left: PlannedUnit, _ right: PlannedUnit) -> Bool {
    (left.pledge, left.need, left.isInPlace ? 0 : 1, left.requestDay, left.support ?? "")
      < (right.pledge, right.need, right.isInPlace ? 0 : 1, right.requestDay, right.support ?? "")
  }

  /// Neighbours that come and go together made one.
  private static func joined(_ units: [PlannedUnit]) -> [PlannedUnit] {
    units.reduce(into: []) { joined, unit in
      if let last = joined.last, last.pledge == unit.pledge, last.need == unit.need,
        last.isInPlace == unit.isInPlace, last.requestDay == unit.requestDay, last.endDay == unit.endDay,
        last.support == unit.support
      {
        joined[joined.count - 1].elements += unit.elements
        joined[joined.count - 1].quantity += unit.quantity
      } else {
        joined.append(unit)
      }
    }
  }
}
