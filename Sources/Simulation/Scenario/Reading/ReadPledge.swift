extension Fields {
  func pledge() -> Pledge? {
    let problemsBefore = reading.problems.met
    let id = required("id")?.identifier()
    let contributor = required("contributor")?.reference(to: .contributors)
    let capability = required("capability")?.reference(to: .capabilities)
    let quantity = required("quantity")?.number(in: .positiveAmount)
    let units = units(of: quantity, measure: capability.flatMap { reading.capabilities[$0]?.measure })
    var pledge = Pledge(
      id: id ?? "", contributor: contributor ?? "", capability: capability ?? "", quantity: quantity ?? 1,
      units: units, until: 1)
    pledge.partners = self["partners"]?.references(to: .contributors).sorted() ?? []
    pledge.readiness = self["readiness"]?.choice() ?? .unregistered
    pledge.probability = self["probability"]?.number(in: .share) ?? 1
    pledge.attributes = Set(self["attributes"]?.identifiers() ?? [])
    let speakers = self["languages"]?.table(key: { $0.language() }, value: { $0.number(in: .share) })
    pledge.languages = speakers ?? [:]
    readDays(into: &pledge)
    readCaveats(into: &pledge)
    readSize(into: &pledge)
    readProcess(into: &pledge)
    let history = history()
    pledge.history = history.entries
    pledge.inPlace = inPlace(of: pledge)
    doubtCertainty(pledge.probability, isInPlace: pledge.inPlace != nil, of: "pledges.\(pledge.id)")
    pledge.evidence = evidence()
    pledge.evidence.add(history.evidence)
    if reading.problems.met == problemsBefore { checkFigures(of: pledge) }
    return id == nil || contributor == nil || capability == nil ? nil : pledge
  }

  /// Elements: 1, or the quantity itself where that counts units.
  private func units(of quantity: Double?, measure: Capability.Measure?) -> Int {
    let most = 1_000_000
    if let units = self["units"] { return units.whole(in: 1...most) ?? 1 }
    guard let quantity, measure == .units else { return 1 }
    if let units = Int(exactly: quantity), units <= most { return units }
    report(
      "units", "\(quantity.plain) units are not a whole number up to \(Double(most).plain); say how many")
    return 1
  }

  /// Days before day 0 are read as day 0: a plan that is made then can ask for nothing sooner.
  private func readDays(into pledge: inout Pledge) {
    pledge.recordedOn = self["recordedOn"]?.day()
    let requestFrom = self["requestFrom"]?.day() ?? 0
    let from = self["from"]?.day() ?? 0
    let until = self["until"].map { $0.day() } ?? reading.horizonDays
    pledge.tourDays = self["tourDays"]?.whole(in: 1...36_500)
    let entry = "pledges.\(pledge.id)"
    doubtFirstDay("requestFrom", requestFrom, of: entry)
    doubtFirstDay("from", from, of: entry)
    if let recordedOn = pledge.recordedOn { doubtLateDay("recordedOn", recordedOn, of: entry) }
    pledge.requestFrom = max(0, requestFrom)
    pledge.from = max(0, from)
    guard let until, let horizon = reading.horizonDays else { return }
    pledge.until = min(until, horizon)
    if has("until"), until <= from {
      report("until", "day \(until) is not after the pledge's first day, \(from)")
    } else {
      doubtLastDay("until", until, of: entry)
    }
  }

  private func readCaveats(into pledge: inout Pledge) {
    pledge.missions = self["missions"]?.object { $0.selection { $0.reference(to: .missions) } } ?? Selection()
    guard let caveats = self["caveats"] else { return }
    let allSites = reading.allSites
    let read = caveats.object { fields in
      let sites = fields["sites"]?.object {
        $0.selection { $0.identifier(among: allSites, of: .missions, orElse: "no mission has a site") }
      }
      return (sites ?? Selection(), fields["text"]?.text())
    }
    pledge.sites = read?.0 ?? Selection()
    pledge.caveat = read?.1
  }

  private func selection(_ name: (Cursor) -> String?) -> Selection {
    let only = Set(self["only"]?.distinct(name) ?? [])
    let except = Set(self["except"]?.distinct(name) ?? [])
    if let both = only.intersection(except).min() { cursor.report("'\(both)' is both in only and in except") }
    return Selection(only: only, except: except)
  }

  /// What a ministerial recorded of the pledge, by day.
  private func history() -> (entries: [HistoryEntry], evidence: Evidence) {
    var evidence = Evidence()
    let entries = self["history"]?.list { cursor -> HistoryEntry? in
      cursor.object { fields -> HistoryEntry? in
        let day = fields.required("recordedOn")?.day()
        let quantity = fields.required("quantity")?.number(in: .amount)
        let text = fields["text"]?.text()
        let own = fields.evidence()
        guard let day, let quantity else { return nil }
        evidence.add(own, of: "history.\(day)")
        return HistoryEntry(day: day, quantity: quantity, text: text)
      }
    }
    let sorted = (entries ?? []).sorted { $0.day < $1.day }
    for (one, next) in zip(sorted, sorted.dropFirst()) where one.day == next.day {
      report("history", "two records of day \(one.day)")
    }
    return (sorted, evidence)
  }

  /// The need served on day 0: one that this capability fits, in a mission the pledge may serve.
  private func inPlace(of pledge: Pledge) -> String? {
    guard let cursor = self["inPlace"], let id = cursor.reference(to: .needs), let need = reading.needs[id]
    else { return nil }
    let substitute = Substitute(of: pledge.capability, target: need.capability)
    let fits = pledge.capability == need.capability || reading.substitutes.contains(substitute)
    if !fits, !pledge.capability.isEmpty {
      cursor.report(
        "the need '\(id)' asks for '\(need.capability)', which '\(pledge.capability)' is not "
          + "and cannot stand in for")
    }
    if !pledge.missions.allows(need.mission) {
      cursor.report("the need '\(id)' is in '\(need.mission)', a mission that the pledge excludes")
    }
    return id
  }
}
