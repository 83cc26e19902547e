/// A scenario in a sentence.
enum ScenarioText {
  /// Its days and how many entries it has.
  static func size(of scenario: Scenario) -> String {
    "Day 0 is \(dayZero(of: scenario)), \(scenario.horizon.days) days are looked at. "
      + "\(count(scenario.missions.count, "mission")), \(count(scenario.needs.count, "need")), "
      + "\(count(scenario.pledges.count, "pledge"))."
  }

  /// With a trigger days count from the crisis, wherever in the calendar it falls.
  private static func dayZero(of scenario: Scenario) -> String {
    scenario.trigger.isDated ? "the day of the crisis" : "\(scenario.dayZero)"
  }

  static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}
