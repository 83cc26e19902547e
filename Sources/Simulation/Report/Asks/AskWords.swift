/// Asks in plain words, for people who decide.
struct AskWords {
  private let scenario: Scenario
  private let labels: Labels
  private let w: Wording

  init(_ scenario: Scenario, _ wording: Wording) {
    self.scenario = scenario
    w = wording
    labels = Labels(scenario, wording)
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
    let value = closing(ask.value, of: total)
    let subject = subject(ask)
    guard case .unit(let unit) = ask.subject, ask.value.high > 0, let reason = unit.reason else {
      return w(en: "\(subject) \(value).", fr: "\(subject) : \(value).")
    }
    let because = because(reason.kind)
    return w(en: "\(subject) \(value); \(because).", fr: "\(subject) : \(value) ; \(because).")
  }

  /// Several units, such as `four utility helicopters for MINUSMA and two hospitals for UNMISS`.
  func list(_ set: AskSet) -> String {
    let parts = set.units.map { unit($0.unit, count: $0.count) }
    return parts.isEmpty ? w(en: "nothing", fr: "rien") : w.list(parts)
  }

  /// One sentence on several units together.
  func sentence(_ set: AskSet, of total: Double) -> String {
    let list = list(set)
    let closing = closing(set.value, of: total)
    return w(en: "Together \(list) \(closing).", fr: "Ensemble, \(list) : \(closing).")
  }

  func closing(_ value: ValueRange, of total: Double) -> String {
    if value.high <= 0 { return w(en: "would close nothing", fr: "ne comblerait rien") }
    let whole = w.grouped(total)
    return w(
      en: "would close \(range(value)) of \(whole) weighted gap-days",
      fr: "comblerait \(range(value)) des \(whole) jours d'écart pondérés")
  }

  /// Both ends, rounded outwards; one where they are the same.
  func range(_ value: ValueRange) -> String {
    if value.high - value.low <= ValueRange.noise * max(1, value.high) {
      return w.grouped(value.high)
    }
    let decimals = value.high < 10 ? 1 : 0
    let low = w.grouped(Self.roundedDown(value.low, decimals))
    let high = w.grouped(Self.roundedUp(value.high, decimals))
    if low == high { return low }
    return value.low <= 0
      ? w(en: "at most \(high)", fr: "au plus \(high)") : w(en: "\(low) to \(high)", fr: "\(low) à \(high)")
  }

  private static func roundedDown(_ value: Double, _ decimals: Int) -> Double {
    Double(NumberText.roundedDown(value, decimals: decimals)) ?? value
  }

  private static func roundedUp(_ value: Double, _ decimals: Int) -> Double {
    Double(NumberText.roundedUp(value, decimals: decimals)) ?? value
  }

  private func because(_ kind: Reason.Kind) -> String {
    switch kind {
    case .nobody:
      w(en: "nothing pledged so far can do this", fr: "rien de ce qui est promis ne peut le faire")
    case .late: w(en: "what is pledged so far comes later", fr: "ce qui est promis arrive plus tard")
    case .outweighed:
      w(en: "what is pledged so far serves other needs", fr: "ce qui est promis sert d'autres besoins")
    case .indivisible:
      w(
        en: "what is pledged so far is too large for the room that is left",
        fr: "ce qui est promis est trop grand pour la place qui reste")
    case .ceiling, .budget, .lift, .languageShare, .womenShare, .enabling, .support:
      w(en: "what is pledged so far is held back by a limit", fr: "un plafond retient ce qui est promis")
    case .caveat, .hostState, .attribute, .language, .readiness, .endorsement, .women, .package, .pin:
      w(en: "what is pledged so far may not do this", fr: "ce qui est promis ne peut pas y servir")
    }
  }

  // MARK: Units

  private func unit(_ unit: UnitAsk, count: Int = 1) -> String {
    let mission = labels.mission(withId: unit.mission)?.name ?? unit.mission
    let date = w.long(labels.date(ofDay: unit.from))
    let day =
      unit.from <= 0
      ? w(en: "from the first day", fr: "dès le premier jour")
      : w(en: "from \(date)", fr: "à partir du \(date)")
    let quantity = quantity(unit, count)
    return w(en: "\(quantity) for \(mission) \(day)", fr: "\(quantity) pour \(mission) \(day)")
      + conditions(unit)
  }

  private func quantity(_ unit: UnitAsk, _ count: Int) -> String {
    let name = labels.capability(unit.capability)
    let amount = unit.pledge.quantity * Double(count)
    let measure = labels.measure(unit.capability)
    if w.language == .french { return "\(w.quantity(amount, measure)) («\u{A0}\(name)\u{A0}»)" }
    if measure == .personnel { return "\(w.grouped(amount)) people (\(Self.lowered(name)))" }
    let noun = amount == 1 ? Self.lowered(name) : NounText.plural(Self.lowered(name))
    return "\(NounText.number(amount)) \(noun)"
  }

  /// What the unit must be, as its needs ask.
  private func conditions(_ unit: UnitAsk) -> String {
    let languages = unit.pledge.languages.filter { $0.value == 1 }.keys.sorted()
    var words = unit.pledge.attributes.sorted() + unit.contributor.endorsements.sorted()
    if !languages.isEmpty {
      let names = languages.map { NounText.language($0, w) }
      words.append(
        w(
          en: "speaking \(names.joined(separator: " or "))",
          fr: "parlant \(names.joined(separator: " ou "))"))
    }
    return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
  }

  func words(of step: LimitStep) -> String {
    step.words(w) { labels.mission(withId: $0)?.name ?? $0 }
  }

  static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// Without a capital at its beginning, unless it is an abbreviation.
  static func lowered(_ text: String) -> String {
    let second = text.dropFirst().first
    guard second?.isLowercase == true else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
