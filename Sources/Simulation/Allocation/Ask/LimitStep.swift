/// One step by which a limit that holds the plan back could be relaxed.
public enum LimitStep: Sendable, Hashable {
  /// 100 people more.
  case ceiling(mission: String, category: PersonnelCategory)
  /// A million US dollars more.
  case missionBudget(mission: String)
  case budget
  /// One carrier more.
  case lift(pool: String)
  /// One percentage point less.
  case languageShare(mission: String)
  case womenShare(mission: String, category: PersonnelCategory)
  /// One place more, of training, equipment or lift.
  case support(id: String)

  public static let people = 100.0
  public static let dollars = 1_000_000.0
  public static let share = 0.01

  /// The step that relaxes a limit; `nil` where none does.
  init?(of limit: PlanLimit.Kind) {
    switch limit {
    case .ceiling(let mission, let category, _): self = .ceiling(mission: mission, category: category)
    case .missionBudget(let mission): self = .missionBudget(mission: mission)
    case .budget: self = .budget
    case .lift(let pool, _): self = .lift(pool: pool)
    case .languageShare(let mission, _): self = .languageShare(mission: mission)
    case .womenShare(let mission, let category, _): self = .womenShare(mission: mission, category: category)
    case .support(let id): self = .support(id: id)
    case .supply, .package, .pin: return nil
    }
  }

  /// The limit that it relaxes; of those that come period by period the first period's.
  var limit: PlanLimit.Kind {
    switch self {
    case .ceiling(let mission, let category): .ceiling(mission: mission, category: category, period: 0)
    case .missionBudget(let mission): .missionBudget(mission: mission)
    case .budget: .budget
    case .lift(let pool): .lift(pool: pool, period: 0)
    case .languageShare(let mission): .languageShare(mission: mission, period: 0)
    case .womenShare(let mission, let category): .womenShare(mission: mission, category: category, period: 0)
    case .support(let id): .support(id: id)
    }
  }

  /// The limit's name as in the exported model, without its period.
  public var name: String { limit.name }

  /// The scenario with the step taken.
  public func applied(to scenario: Scenario) -> Scenario {
    var changed = scenario
    func mission(_ id: String, _ change: (inout Mission) -> Void) {
      for number in changed.missions.indices where changed.missions[number].id == id {
        change(&changed.missions[number])
      }
    }
    switch self {
    case .ceiling(let id, let category): mission(id) { $0.ceilings[category]? += Self.people }
    case .missionBudget(let id): mission(id) { $0.budget? += Self.dollars }
    case .budget: changed.allocation.budget? += Self.dollars
    case .lift(let id):
      for number in changed.lift.indices where changed.lift[number].id == id {
        changed.lift[number].carriers += 1
      }
    case .languageShare(let id):
      mission(id) { $0.languageShare = $0.languageShare.map { max(0, $0 - Self.share) } }
    case .womenShare(let id, let category):
      mission(id) { $0.womenShare[category] = $0.womenShare[category].map { max(0, $0 - Self.share) } }
    case .support(let id):
      for number in changed.supports.indices where changed.supports[number].id == id {
        changed.supports[number].capacity += 1
      }
    }
    return changed
  }

  /// Whether what can be sent, and when, may differ after the step, and not only how much.
  var changesDeployments: Bool {
    if case .lift = self { true } else { false }
  }
}
