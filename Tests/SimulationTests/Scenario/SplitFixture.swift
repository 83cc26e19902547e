import Simulation

extension Fixture {
  /// The small scenario in several files: a catalogue that includes another, and three spreadsheets.
  static let split: [String: String] = [
    "mine/scenario.json": """
    {
      "formatVersion": 1, "id": "small", "dayZero": "2017-11-15",
      "horizon": {"days": 720},
      "include": ["catalogue/base.json"],
      "missions": [
        {"id": "minusma", "seasons": [{"id": "rains", "from": "06-15", "to": "10-31"}],
         "sites": [{"id": "gao", "latitude": 16.25, "longitude": -0.006}]},
        {"id": "unmiss"}],
      "needs": {"csv": "needs.csv"},
      "pledges": {"csv": "pledges.csv"}
    }
    """,
    "mine/needs.csv": """
    id,mission,capability,quantity,from,until,weight,tiers
    medevac,minusma,utility-helicopter,2,,,,
    battalion,unmiss,infantry-battalion,2,2018-07-01,360,,

    """,
    "mine/pledges.csv": """
    id,contributor,capability,quantity,process,done,tonnes,shared,source,attributes,cost.perDay
    can-aviation,CAN,utility-helicopter,4,aviation,decision,600,,,,
    rwa-battalion,RWA,infantry-battalion,2
    """,
    "mine/catalogue/base.json": """
    {
      "formatVersion": 1,
      "include": ["../processes.json"],
      "capabilities": {"csv": "capabilities.csv"},
      "contributors": [{"id": "CAN"}, {"id": "RWA"}]
    }
    """,
    "mine/catalogue/capabilities.csv": """
    id,measure,category,usualSize.quantity,usualSize.personnel
    infantry-battalion,units,contingents,1,850
    utility-helicopter,airframes,contingents,4,140
    """,
    "mine/processes.json": """
    {
      "resources": [{"id": "desk", "count": 1}],
      "lift": [{"id": "airlift", "carriers": 2, "payloadTonnes": 80, "cycleDays": {"triangular": [1.5, 2, 4]}}],
      "processes": [
        {"id": "aviation", "stages": [
          {"id": "decision", "days": {"lognormal": {"median": 60, "p95": 180}}},
          {"id": "lift", "lift": "airlift", "after": ["decision"]}]}]
    }
    """,
  ]

  static func read(
    _ files: [String: String], top: String = "mine/scenario.json", options: ReadingOptions = ReadingOptions()
  ) throws(ScenarioRejected) -> LoadedScenario {
    try ScenarioFile.read(
      bytes: Array((files[top] ?? "").utf8), name: top, files: files.mapValues { Array($0.utf8) },
      options: options)
  }

  /// What the reader says of several files; empty where it accepts them.
  static func issues(
    _ files: [String: String], top: String = "mine/scenario.json", options: ReadingOptions = ReadingOptions()
  ) -> [String] {
    do {
      _ = try read(files, top: top, options: options)
      return []
    } catch {
      return error.issues.map(\.firstLine)
    }
  }
}

extension ScenarioIssue {
  /// Without the excerpt.
  var firstLine: String { String(description.prefix { $0 != "\n" }) }
}
