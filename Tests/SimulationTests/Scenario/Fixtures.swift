import Simulation

/// Scenario texts that the tests of the reader start from.
enum Fixture {
  /// Two missions, two needs, two pledges, one process: short enough that a message's line can be counted.
  static let small = """
    {
      "formatVersion": 1, "id": "small", "dayZero": "2017-11-15",
      "horizon": {"days": 720},
      "capabilities": [
        {"id": "infantry-battalion", "measure": "units", "category": "contingents",
         "usualSize": {"quantity": 1, "personnel": 850}},
        {"id": "utility-helicopter", "measure": "airframes", "category": "contingents",
         "usualSize": {"quantity": 4, "personnel": 140}}],
      "missions": [
        {"id": "minusma", "seasons": [{"id": "rains", "from": "06-15", "to": "10-31"}],
         "sites": [{"id": "gao", "latitude": 16.25, "longitude": -0.006}]},
        {"id": "unmiss"}],
      "needs": [
        {"id": "medevac", "mission": "minusma", "capability": "utility-helicopter", "quantity": 2},
        {"id": "battalion", "mission": "unmiss", "capability": "infantry-battalion", "quantity": 2,
         "from": "2018-07-01", "until": 360}],
      "contributors": [{"id": "CAN"}, {"id": "RWA"}],
      "resources": [{"id": "desk", "count": 1}],
      "lift": [{"id": "airlift", "carriers": 2, "payloadTonnes": 80, "cycleDays": {"triangular": [1.5, 2, 4]}}],
      "processes": [
        {"id": "aviation", "stages": [
          {"id": "decision", "days": {"lognormal": {"median": 60, "p95": 180}}},
          {"id": "lift", "lift": "airlift", "after": ["decision"]}]}],
      "pledges": [
        {"id": "can-aviation", "contributor": "CAN", "capability": "utility-helicopter", "quantity": 4,
         "process": "aviation", "done": ["decision"], "tonnes": 600},
        {"id": "rwa-battalion", "contributor": "RWA", "capability": "infantry-battalion", "quantity": 2}]
    }
    """

  static func read(_ text: String) throws(ScenarioRejected) -> LoadedScenario {
    try ScenarioFile.read(bytes: Array(text.utf8), name: "test.json")
  }

  /// What the reader says of a text; empty where it accepts it.
  static func issues(_ text: String) -> [ScenarioIssue] {
    do {
      _ = try read(text)
      return []
    } catch {
      return error.issues
    }
  }
}
