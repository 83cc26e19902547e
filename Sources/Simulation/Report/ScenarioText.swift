/// A scenario in a sentence.
enum ScenarioText {
  /// Its days and how many entries it has.
  static func size(of scenario: Scenario, _ w: Wording = .english) -> String {
    let zero = dayZero(of: scenario, w)
    let days = scenario.horizon.days
    let missions = w.count(scenario.missions.count, en: ("mission", "missions"), fr: ("mission", "missions"))
    let needs = w.count(scenario.needs.count, en: ("need", "needs"), fr: ("besoin", "besoins"))
    let pledges = w.count(
      scenario.pledges.count, en: ("pledge", "pledges"), fr: ("engagement", "engagements"))
    return w(
      en: "Day 0 is \(zero), \(days) days are looked at. \(missions), \(needs), \(pledges).",
      fr: "Le jour 0 est \(zero) ; \(days) jours sont considérés. \(missions), \(needs), \(pledges).")
  }

  /// With a trigger days count from the crisis, wherever in the calendar it falls.
  private static func dayZero(of scenario: Scenario, _ w: Wording) -> String {
    let date = w.short(scenario.dayZero)
    return scenario.trigger.isDated
      ? w(en: "the day of the crisis", fr: "le jour de la crise") : w(en: date, fr: "le \(date)")
  }

  static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}
