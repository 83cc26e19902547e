/// Scenario files for the timeline's speed, of which Python's programs in `Benchmarks/peers` hold the same model.
package enum TimelineModel {
  /// Units of eight stages each, for needs of three units, with two carriers for every thirty units.
  ///
  /// - Parameter units: A multiple of three.
  /// - Returns: The scenario file.
  package static func units(_ units: Int) -> String {
    let needs = units / 3
    return """
      {"formatVersion": 1, "id": "units-\(units)", "title": "\(units) units of eight stages, lifted in turn",
       "dayZero": "2020-01-01", "horizon": {"days": 720}, "allocation": {"gap": 0.01},
       "contributors": [{"id": "AAA", \(evidence)}],
       "capabilities": [
         {"id": "company", "measure": "units", "category": "contingents", \(evidence)}],
       "missions": [{"id": "mission", \(evidence)}],
       "lift": [{"id": "aircraft", "carriers": \(max(1, units / 15)), "payloadTonnes": 100,
         "cycleDays": {"triangular": [4, 6, 10]}, \(evidence)}],
       "processes": [{"id": "deployment", "stages": [
         {"id": "decision", "days": {"lognormal": {"median": 25, "p95": 60}}},
         {"id": "agreement", "days": {"triangular": [10, 20, 45]}, "after": ["decision"]},
         {"id": "equipment", "days": {"pert": [15, 30, 60]}, "after": ["agreement"]},
         {"id": "training", "days": {"triangular": [10, 15, 30]}, "after": ["equipment"]},
         {"id": "consent", "days": {"exponential": {"mean": 15}}, "after": ["training"]},
         {"id": "loading", "days": {"uniform": [2, 6]}, "after": ["consent"]},
         {"id": "flight", "lift": "aircraft", "after": ["loading"]},
         {"id": "onward", "days": {"triangular": [2, 4, 9]}, "after": ["flight"]}], \(evidence)}],
       "needs": [\(entries(needs) { "\"id\": \"\(id("n", $0))\", \(of), \"quantity\": 3" })],
       "pledges": [
      \(entries(units) {
        "\"id\": \"\(id("p", $0))\", \"contributor\": \"AAA\", \"capability\": \"company\", \"quantity\": 1, "
          + "\"tonnes\": 50, \"tourDays\": 180, \"process\": \"deployment\""
      })]}

      """
  }

  /// Nine jobs with triangular durations (Rossetti, "Simulation Modeling using the Kotlin Simulation Library"),
  /// of which all must be done within 48 days.
  package static var nineJobs: String {
    let jobs: [(name: String, after: [String], days: String)] = [
      ("a", [], "2, 5, 8"), ("b", ["a"], "6, 9, 12"), ("c", ["a"], "6, 7, 8"),
      ("d", ["b", "c"], "1, 4, 7"), ("e", ["a"], "7, 8, 9"), ("f", ["d", "e"], "5, 14, 17"),
      ("g", ["c"], "3, 12, 21"), ("h", ["f", "g"], "3, 6, 9"), ("i", ["h"], "5, 8, 11"),
    ]
    let stages = jobs.map { job in
      let after = job.after.map { "\"\($0)\"" }.joined(separator: ", ")
      return "{\"id\": \"\(job.name)\", \"after\": [\(after)], \"days\": {\"triangular\": [\(job.days)]}}"
    }
    return """
      {"formatVersion": 1, "id": "nine-jobs", "title": "Nine jobs", "dayZero": "2020-01-01",
       "horizon": {"days": 90}, "contributors": [{"id": "AAA", \(evidence)}],
       "capabilities": [
         {"id": "company", "measure": "units", "category": "contingents", \(evidence)}],
       "missions": [{"id": "mission", "standardDays": 48, \(evidence)}],
       "processes": [{"id": "deployment", "stages": [
         \(stages.joined(separator: ",\n   "))], \(evidence)}],
       "needs": [{"id": "n00000", \(of), "quantity": 1, \(evidence)}],
       "pledges": [{"id": "p00000", "contributor": "AAA", "capability": "company", "quantity": 1,
         "process": "deployment", \(evidence)}],
       "simulation": {"standards": [42, 48]}}

      """
  }

  private static let evidence = GeneratedAllocation.evidence
  private static let of = #""mission": "mission", "capability": "company""#

  private static func id(_ letter: String, _ number: Int) -> String {
    letter + String(String(100_000 + number).dropFirst())
  }

  private static func entries(_ count: Int, _ text: (Int) -> String) -> String {
    (0..<count).map { "  {\(text($0)), \(evidence)}" }.joined(separator: ",\n")
  }
}
