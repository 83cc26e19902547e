/// Asks in plain words, for people who decide.
struct AskWords {
  private let scenario: Scenario
  private let labels: Labels

  init(_ scenario: Scenario) {
    self.scenario = scenario
    labels = Labels(scenario)
  }

  /// What an ask is, such as `Four utility helicopters for MINUSMA from 1 July 2018`.
  func subject(_ ask: Ask) -> String {
    switch ask.subject {
    case .unit(let unit): Self.capitalised(self.unit(unit))
    case .step(let step): words(of: step)
    }
  }

  /// What a unit is, such as `four utility helicopters for MINUSMA from 1 July 2018`.
  func words(of unit: UnitAsk) -> String { self.unit(unit) }

  /// One sentence: what it is, what it closes, and why nothing else does.
  func sentence(_ ask: Ask, of total: Double) -> String {
    let value = Self.closing(ask.value, of: total)
    guard case .unit(let unit) = ask.subject, ask.value.high > 0, let reason = unit.reason else {
      return "\(subject(ask)) \(value)."
    }
    return "\(subject(ask)) \(value); \(Self.because(reason.kind))."
  }

  /// Several units, such as `four utility helicopters for MINUSMA and two hospitals for UNMISS`.
  func list(_ set: AskSet) -> String {
    let parts = set.units.map { unit($0.unit, count: $0.count) }
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "nothing" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }

  /// One sentence on several units together.
  func sentence(_ set: AskSet, of total: Double) -> String {
    "Together \(list(set)) \(Self.closing(set.value, of: total))."
  }

  static func closing(_ value: ValueRange, of total: Double) -> String {
    let whole = "\(NumberText.grouped(total)) weighted gap-days"
    if value.high <= 0 { return "would close nothing" }
    return "would close \(range(value)) of \(whole)"
  }

  /// Both ends, rounded outwards; one where they are the same.
  static func range(_ value: ValueRange) -> String {
    if value.high - value.low <= ValueRange.noise * max(1, value.high) {
      return NumberText.grouped(value.high)
    }
    let decimals = value.high < 10 ? 1 : 0
    let low = NumberText.grouped(roundedDown(value.low, decimals))
    let high = NumberText.grouped(roundedUp(value.high, decimals))
    if low == high { return low }
    return value.low <= 0 ? "at most \(high)" : "\(low) to \(high)"
  }

  private static func roundedDown(_ value: Double, _ decimals: Int) -> Double {
    Double(NumberText.roundedDown(value, decimals: decimals)) ?? value
  }

  private static func roundedUp(_ value: Double, _ decimals: Int) -> Double {
    Double(NumberText.roundedUp(value, decimals: decimals)) ?? value
  }

  private static func because(_ kind: Reason.Kind) -> String {
    switch kind {
    case .nobody: "nothing pledged so far can do this"
    case .late: "what is pledged so far comes later"
    case .outweighed: "what is pledged so far serves other needs"
    case .indivisible: "what is pledged so far is too large for the room that is left"
    case .ceiling, .budget, .lift, .languageShare, .womenShare, .enabling, .support:
      "what is pledged so far is held back by a limit"
    case .caveat, .hostState, .attribute, .language, .readiness, .endorsement, .women, .package, .pin:
      "what is pledged so far may not do this"
    }
  }

  // MARK: Units

  private func unit(_ unit: UnitAsk, count: Int = 1) -> String {
    let mission = labels.mission(withId: unit.mission)?.name ?? unit.mission
    let day = unit.from <= 0 ? "the first day" : CalendarWords.long(labels.date(ofDay: unit.from))
    return "\(quantity(unit, count)) for \(mission) from \(day)" + conditions(unit)
  }

  private func quantity(_ unit: UnitAsk, _ count: Int) -> String {
    let name = labels.capability(unit.capability)
    let amount = unit.pledge.quantity * Double(count)
    if labels.measure(unit.capability) == Capability.Measure.personnel.rawValue {
      return "\(NumberText.grouped(amount)) people (\(Self.lowered(name)))"
    }
    let noun = amount == 1 ? Self.lowered(name) : NounText.plural(Self.lowered(name))
    return "\(NounText.number(amount)) \(noun)"
  }

  /// What the unit must be, as its needs ask.
  private func conditions(_ unit: UnitAsk) -> String {
    let languages = unit.pledge.languages.filter { $0.value == 1 }.keys.sorted()
    let attributes = unit.pledge.attributes.sorted() + unit.contributor.endorsements.sorted()
    var words = attributes
    if !languages.isEmpty {
      words.append("speaking \(languages.map(NounText.language).joined(separator: " or "))")
    }
    return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
  }

  // MARK: Limits

  func words(of step: LimitStep) -> String {
    func mission(_ id: String) -> String { labels.mission(withId: id)?.name ?? id }
    let people = NumberText.grouped(LimitStep.people)
    let million = "One million US dollars more"
    return switch step {
    case .ceiling(let id, let category):
      "Room for \(people) people more under the \(category.words) ceiling of \(mission(id))"
    case .missionBudget(let id): "\(million) in the budget of \(mission(id))"
    case .budget: "\(million) in the budget for all missions"
    case .lift(let pool): "One carrier more in the lift pool \(pool)"
    case .languageShare(let id):
      "A share of people who speak a working language of \(mission(id)) that is one percentage point lower"
    case .womenShare(let id, let category):
      "A share of women among the \(category.words) of \(mission(id)) that is one percentage point lower"
    case .support(let id): "One place more in the support \(id)"
    }
  }

  static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// Without a capital at its beginning, unless it is an abbreviation.
  static func lowered(_ text: String) -> String {
    let second = text.dropFirst().first
    guard second?.isLowercase == true else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
