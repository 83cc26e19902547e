/// A scenario in a sentence.
enum ScenarioText {
  /// Its days and how many entries it has.
  static func size(of scenario: Scenario) -> String {
    "Day 0 is \(scenario.dayZero), \(scenario.horizon.days) days are looked at. "
      + "\(count(scenario.missions.count, "mission")), \(count(scenario.needs.count, "need")), "
      + "\(count(scenario.pledges.count, "pledge"))."
  }

  static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}
