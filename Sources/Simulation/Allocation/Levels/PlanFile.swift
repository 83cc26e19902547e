/// The door from a file to an earlier plan: `results.json`, its `allocation`, or what `--save-plan` wrote.
public enum PlanFile {
  /// Reads and checks a plan for a scenario.
  ///
  /// The scenario may have changed since, so its digest may differ; its identifier may not.
  ///
  /// - Parameters:
  ///   - path: The plan's file.
  ///   - loaded: The scenario that it is for.
  /// - Returns: What it sends where and when.
  /// - Throws: ``ScenarioRejected`` with everything that is wrong, sorted by place.
  public static func read(path: String, for loaded: LoadedScenario) throws(ScenarioRejected) -> EarlierPlan {
    try read(bytes: bytes(of: path), name: path, for: loaded)
  }

  /// What stands in a plan's file.
  static func bytes(of path: String) throws(ScenarioRejected) -> [UInt8] {
    do throws(FileProblem) {
      return try FileBytes.read(path)
    } catch {
      throw ScenarioRejected(issues: [ScenarioIssue(file: path, message: error.message)])
    }
  }

  /// Reads and checks a plan that is in memory already.
  package static func read(
    bytes: [UInt8], name: String, for loaded: LoadedScenario
  ) throws(ScenarioRejected) -> EarlierPlan {
    try read(bytes: bytes, name: name, for: loaded) { allocation, _ in PlanReader(loaded).plan(allocation) }
  }

  /// Finds the plan in a file and has it read by `body`, which is given the digest of the plan's scenario too,
  /// where the file has it.
  static func read<Plan>(
    bytes: [UInt8], name: String, for loaded: LoadedScenario, _ body: (Fields, String?) -> Plan?
  ) throws(ScenarioRejected) -> Plan {
    let reading = Reading()
    reading.dayZero = loaded.scenario.dayZero
    let source = SourceText(name: name, bytes: bytes)
    let parsed = JSONParser.parse(source)
    parsed.problems.forEach(reading.problems.report)
    let plan = parsed.root.flatMap { root -> Plan? in
      guard let fields = Fields(Cursor(node: root, path: .root, reading: reading)),
        let allocation = PlanReader(loaded).allocation(in: fields)
      else { return nil }
      return body(allocation, fields["scenario"].flatMap(Fields.init)?["digest"]?.text())
    }
    guard reading.problems.count == 0, let plan else { throw reading.problems.rejection(of: [source]) }
    return plan
  }
}

/// Reads what a plan sends; keys that tell of its results are left aside.
private struct PlanReader {
  let loaded: LoadedScenario
  let pledges: [String: Pledge]
  let needs: Set<String>

  init(_ loaded: LoadedScenario) {
    self.loaded = loaded
    pledges = Dictionary(uniqueKeysWithValues: loaded.scenario.pledges.map { ($0.id, $0) })
    needs = Set(loaded.scenario.needs.map(\.id))
  }

  /// Where the plan is in the file; `nil`, and a report, where it is of another scenario, or missing.
  func allocation(in fields: Fields) -> Fields? {
    if let scenario = fields["scenario"], isOfAnother(scenario) { return nil }
    // `allocation` is null where the run that wrote it was stopped before there was a plan.
    if fields["allocation"] == nil, fields["simrun"] != nil {
      fields.report("allocation", "there is no plan in these results: the run ended before there was one")
      return nil
    }
    return fields["allocation"].flatMap(Fields.init) ?? fields
  }

  func plan(_ allocation: Fields) -> EarlierPlan? {
    guard let list = allocation.required("assignments") else { return nil }
    return EarlierPlan(sendings: list.list { sending($0) })
  }

  private func isOfAnother(_ scenario: Cursor) -> Bool {
    guard let fields = Fields(scenario), let id = fields.required("id")?.identifier() else { return true }
    guard id != loaded.scenario.id else { return false }
    let digest = fields["digest"]?.text().map { " (\($0))" } ?? ""
    fields.report(
      "id",
      "this plan is of the scenario '\(id)'\(digest); allowed: plans of '\(loaded.scenario.id)' "
        + "(\(loaded.digest))")
    return true
  }

  private func sending(_ assignment: Cursor) -> EarlierPlan.Sending? {
    guard let fields = Fields(assignment) else { return nil }
    let pledge = fields.required("pledge")?.identifier(
      among: Set(pledges.keys), of: .pledges, orElse: "the scenario has no pledge")
    let need = fields.required("need")?.identifier(
      among: needs, of: .needs, orElse: "the scenario has no need")
    let day = fields.required("arrivalDay")?.day()
    let most = pledge.flatMap { pledges[$0]?.units } ?? 1_000_000
    let units = fields.required("units")?.number(in: Bounds(low: 0, high: Double(most)))
    guard let pledge, let need, let day, let units else { return nil }
    return EarlierPlan.Sending(pledge: pledge, need: need, arrivalDay: day, units: units)
  }
}
