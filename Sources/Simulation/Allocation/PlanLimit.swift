/// Something that all deployments together may not go beyond: `Σ coefficient · elements ≤ most`.
package struct PlanLimit: Sendable {
  package enum Kind: Sendable, Hashable {
    case supply(pledge: String)
    case ceiling(mission: String, category: PersonnelCategory, period: Int)
    case missionBudget(mission: String)
    case budget
    case lift(pool: String, period: Int)
    case languageShare(mission: String, period: Int)
    case womenShare(mission: String, category: PersonnelCategory, period: Int)
    case package(id: String)
    case support(id: String)
    case pin(pledge: String, need: String, arrivalDay: Int?)
  }

  package struct Term: Sendable, Equatable {
    package var deployment: Int
    package var coefficient: Double
  }

  package var kind: Kind
  package var terms: [Term]
  package var most: Double

  /// The name that it bears in the exported model: no spaces.
  package var rowName: String {
    switch kind {
    case .supply(let pledge): "supply:\(pledge)"
    case .ceiling(let mission, let category, let period): "ceiling:\(mission).\(category.rawValue)@\(period)"
    case .missionBudget(let mission): "budget:\(mission)"
    case .budget: "budget"
    case .lift(let pool, let period): "lift:\(pool)@\(period)"
    case .languageShare(let mission, let period): "language:\(mission)@\(period)"
    case .womenShare(let mission, let category, let period):
      "women:\(mission).\(category.rawValue)@\(period)"
    case .package(let id): "package:\(id)"
    case .support(let id): "support:\(id)"
    case .pin(let pledge, let need, let day): "pin:\(pledge)>\(need)" + (day.map { "@\($0)" } ?? "")
    }
  }

  /// What a reader calls it.
  package var words: String {
    switch kind {
    case .supply(let pledge): "the elements of \(pledge)"
    case .ceiling(let mission, let category, _): "the \(category.words) ceiling of \(mission)"
    case .missionBudget(let mission): "the budget of \(mission)"
    case .budget: "the budget for all missions"
    case .lift(let pool, _): "the lift of \(pool)"
    case .languageShare(let mission, _): "the language share of \(mission)"
    case .womenShare(let mission, let category, _): "the share of women among \(category.words) in \(mission)"
    case .package(let id): "the promise \(id), which comes in one form only"
    case .support(let id): "the capacity of \(id)"
    case .pin(let pledge, let need, _): "the pin of \(pledge) to \(need)"
    }
  }

  /// The kind of reason it is for something that it keeps out; `nil` for a pledge's own supply.
  package var reason: Reason.Kind? {
    switch kind {
    case .supply: nil
    case .ceiling: .ceiling
    case .missionBudget, .budget: .budget
    case .lift: .lift
    case .languageShare: .languageShare
    case .womenShare: .womenShare
    case .package: .package
    case .support: .support
    case .pin: .pin
    }
  }

  package var period: Int? {
    switch kind {
    case .ceiling(_, _, let period), .womenShare(_, _, let period): period
    case .lift(_, let period), .languageShare(_, let period): period
    default: nil
    }
  }
}

extension PlanLimit.Kind {
  /// The same for each period of one limit, so that its rows can be told to follow one another.
  var ofAllPeriods: PlanLimit.Kind {
    switch self {
    case .ceiling(let mission, let category, _): .ceiling(mission: mission, category: category, period: 0)
    case .languageShare(let mission, _): .languageShare(mission: mission, period: 0)
    case .womenShare(let mission, let category, _):
      .womenShare(mission: mission, category: category, period: 0)
    case .lift(let pool, _): .lift(pool: pool, period: 0)
    case .supply, .missionBudget, .budget, .package, .support, .pin: self
    }
  }
}

extension PersonnelCategory {
  /// In words, for readers.
  package var words: String {
    switch self {
    case .contingents: "contingent troops"
    case .observersAndStaff: "observers and staff officers"
    case .formedPolice: "formed police"
    case .individualPolice: "individual police"
    case .civilian: "civilians"
    case .military: "military"
    case .police: "police"
    }
  }
}
