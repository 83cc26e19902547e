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
  package var rowName: String { kind.name + (period.map { "@\($0)" } ?? "") }

  /// What a reader calls it.
  package var words: String { text.english }

  /// The same in every language.
  var text: BilingualText {
    switch kind {
    case .supply(let pledge):
      BilingualText(en: "the elements of \(pledge)", fr: "les éléments de \(pledge)")
    case .ceiling(let mission, let category, _):
      BilingualText(
        en: "the \(category.words) ceiling of \(mission)",
        fr: "le plafond de \(mission) (\(category.text.french))")
    case .missionBudget(let mission):
      BilingualText(en: "the budget of \(mission)", fr: "le budget de \(mission)")
    case .budget:
      BilingualText(en: "the budget for all missions", fr: "le budget de toutes les missions")
    case .lift(let pool, _):
      BilingualText(en: "the lift of \(pool)", fr: "le transport \(pool)")
    case .languageShare(let mission, _):
      BilingualText(en: "the language share of \(mission)", fr: "la part linguistique de \(mission)")
    case .womenShare(let mission, let category, _):
      BilingualText(
        en: "the share of women among \(category.words) in \(mission)",
        fr: "la part de femmes de \(mission) (\(category.text.french))")
    case .package(let id):
      BilingualText(
        en: "the promise \(id), which comes in one form only",
        fr: "la promesse \(id), tenue sous une seule forme")
    case .support(let id):
      BilingualText(en: "the capacity of \(id)", fr: "la capacité de \(id)")
    case .pin(let pledge, let need, _):
      BilingualText(en: "the pin of \(pledge) to \(need)", fr: "la décision de \(pledge) pour \(need)")
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

  /// Whether it is a pledge's own elements.
  var isSupply: Bool { if case .supply = kind { true } else { false } }

  /// What may be used of it: sums of decimal figures need a little slack.
  var allowed: Double { most + PlanState.tolerance * max(1, abs(most)) }

  /// What is used of it where every pledge sends all it can by its most demanding deployment.
  ///
  /// - Parameters:
  ///   - deployments: Those of the model.
  ///   - most: Elements that are sent at most of a deployment; `nil` leaves it out.
  /// - Returns: In the limit's own measure.
  func mostUse(by deployments: [Deployment], _ most: (Int) -> Double?) -> Double {
    if let sum = mostUseInOrder(by: deployments, most) { return sum }
    var worst: [Int: Double] = [:]
    for term in terms {
      guard let elements = most(term.deployment) else { continue }
      let pledge = deployments[term.deployment].pledge
      worst[pledge] = max(worst[pledge] ?? 0, term.coefficient * elements)
    }
    return worst.keys.sorted().reduce(0) { $0 + (worst[$1] ?? 0) }
  }

  /// The same where pledges come one after the other, as all do but those in packages; `nil` where they do not.
  private func mostUseInOrder(by deployments: [Deployment], _ most: (Int) -> Double?) -> Double? {
    var (pledge, worst, sum) = (-1, 0.0, 0.0)
    for term in terms {
      let next = deployments[term.deployment].pledge
      guard next >= pledge else { return nil }
      if next > pledge {
        sum += worst
        (pledge, worst) = (next, 0)
      }
      if let elements = most(term.deployment) { worst = max(worst, term.coefficient * elements) }
    }
    return sum + worst
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
  /// Its name in the exported model, without its period.
  var name: String {
    switch self {
    case .supply(let pledge): "supply:\(pledge)"
    case .ceiling(let mission, let category, _): "ceiling:\(mission).\(category.rawValue)"
    case .missionBudget(let mission): "budget:\(mission)"
    case .budget: "budget"
    case .lift(let pool, _): "lift:\(pool)"
    case .languageShare(let mission, _): "language:\(mission)"
    case .womenShare(let mission, let category, _): "women:\(mission).\(category.rawValue)"
    case .package(let id): "package:\(id)"
    case .support(let id): "support:\(id)"
    case .pin(let pledge, let need, let day): "pin:\(pledge)>\(need)" + (day.map { "@\($0)" } ?? "")
    }
  }

  /// The same for each period of one limit, so that its rows can be told to follow one another.
  var ofAllPeriods: PlanLimit.Kind { LimitStep(of: self)?.limit ?? self }
}

extension PersonnelCategory {
  /// In words, for readers.
  package var words: String { text.english }

  /// The same in every language.
  package var text: BilingualText {
    switch self {
    case .contingents: BilingualText(en: "contingent troops", fr: "contingents")
    case .observersAndStaff:
      BilingualText(en: "observers and staff officers", fr: "observateurs et officiers d'état-major")
    case .formedPolice: BilingualText(en: "formed police", fr: "unités de police constituées")
    case .individualPolice: BilingualText(en: "individual police", fr: "policiers hors unités constituées")
    case .civilian: BilingualText(en: "civilians", fr: "civils")
    case .military: BilingualText(en: "military", fr: "militaires")
    case .police: BilingualText(en: "police", fr: "policiers")
    }
  }
}
