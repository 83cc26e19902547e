/// The limit that a frontier moves.
public enum LimitChoice: Sendable, Hashable {
  /// For all missions together.
  case budget
  case missionBudget(mission: String)
  case ceiling(mission: String, category: PersonnelCategory)

  /// Reads `budget`, `budget:MISSION` or `ceiling:MISSION.CATEGORY`; `nil` for anything else.
  public init?(_ text: String) {
    if text == "budget" {
      self = .budget
    } else if let mission = text.dropping(prefix: "budget:"), !mission.isEmpty {
      self = .missionBudget(mission: mission)
    } else if let place = text.dropping(prefix: "ceiling:"), let dot = place.lastIndex(of: "."),
      let category = PersonnelCategory(rawValue: String(place[place.index(after: dot)...])),
      dot > place.startIndex
    {
      self = .ceiling(mission: String(place[..<dot]), category: category)
    } else {
      return nil
    }
  }

  /// As ``init(_:)`` reads it.
  public var text: String { step.name }

  /// The step that moves the same limit.
  private var step: LimitStep {
    switch self {
    case .budget: .budget
    case .missionBudget(let mission): .missionBudget(mission: mission)
    case .ceiling(let mission, let category): .ceiling(mission: mission, category: category)
    }
  }

  var mission: String? {
    switch self {
    case .budget: nil
    case .missionBudget(let mission), .ceiling(let mission, _): mission
    }
  }

  /// Whether it counts money, and not people.
  public var isBudget: Bool {
    if case .ceiling = self { false } else { true }
  }

  /// The scenario with the limit at a value: US dollars, or people authorised.
  public func applied(_ value: Double, to scenario: Scenario) -> Scenario {
    var changed = scenario
    switch self {
    case .budget: changed.allocation.budget = value
    case .missionBudget(let id):
      for number in changed.missions.indices where changed.missions[number].id == id {
        changed.missions[number].budget = value
      }
    case .ceiling(let id, let category):
      for number in changed.missions.indices where changed.missions[number].id == id {
        changed.missions[number].ceilings[category] = value
      }
    }
    return changed
  }

  /// Whether a row of the model belongs to it.
  func includes(_ kind: PlanLimit.Kind) -> Bool { LimitStep(of: kind) == step }
}

extension String {
  fileprivate func dropping(prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
