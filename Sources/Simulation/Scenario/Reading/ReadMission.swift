extension Fields {
  func mission() -> Mission? {
    let id = required("id")?.identifier()
    let name = self["name"].map { $0.text() ?? "" }
    let standardDays = self["standardDays"].map { $0.whole(in: 1...36_500) } ?? 90
    var mission = Mission(id: id ?? "", name: name ?? id ?? "", standardDays: standardDays ?? 1)
    mission.country = self["country"]?.text()
    mission.weight = self["weight"]?.number(in: .weight) ?? 1
    mission.mandateUntil = self["mandateUntil"]?.day()
    if let end = mission.mandateUntil, end <= 0 {
      doubt(
        .date, "mandateUntil", of: "missions.\(mission.id)",
        BilingualText(en: "the mandate ended on day \(end)", fr: "le mandat a pris fin au jour \(end)"))
    }
    readPeople(into: &mission)
    mission.budget = self["budget"]?.object { $0.required("total")?.number(in: .dollars) }
    mission.refuses = self["refuses"]?.object { $0.refusals() } ?? Refusals()
    let seasons = parts("seasons") { $0.season() }
    mission.seasons = seasons.entries
    let sites = parts("sites") { $0.site() }
    mission.sites = sites.entries
    let siteNames = Set(mission.sites.map(\.id))
    mission.entry = self["entry"]?.list { entry in entry.object { $0.entryPoint(sites: siteNames) } } ?? []
    mission.evidence = evidence()
    mission.evidence.add(seasons.evidence)
    mission.evidence.add(sites.evidence)
    return id == nil ? nil : mission
  }

  private func readPeople(into mission: inout Mission) {
    mission.languages = self["languages"]?.languages() ?? []
    mission.ceilings = self["ceilings"]?.byCategory(in: .amount) ?? [:]
    mission.present = self["present"]?.byCategory(in: .amount) ?? [:]
    mission.presentSpeakers = self["presentSpeakers"]?.number(in: .amount)
    mission.presentWomen = self["presentWomen"]?.byCategory(in: .amount) ?? [:]
    mission.languageShare = self["languageShare"]?.number(in: .share)
    mission.womenShare = self["womenShare"]?.byCategory(in: .share) ?? [:]
    for category in PersonnelCategory.allCases {
      guard let people = mission.present[category], let women = mission.presentWomen[category], women > people
      else { continue }
      let counts = "\(women.plain) women are more than the \(people.plain) people"
      report("presentWomen", "\(counts) present as \(category.rawValue)")
    }
  }

  private func refusals() -> Refusals {
    Refusals(
      contributors: Set(self["contributors"]?.references(to: .contributors) ?? []),
      capabilities: Set(self["capabilities"]?.references(to: .capabilities) ?? []))
  }

  private func season() -> Season? {
    let id = required("id")?.identifier()
    let from = required("from")?.monthDay()
    let to = required("to")?.monthDay()
    guard let id, let from, let to else { return nil }
    return Season(id: id, from: from, to: to)
  }

  private func site() -> Site? {
    let id = required("id")?.identifier()
    let latitude = required("latitude")?.number(in: Bounds(low: -90, high: 90))
    let longitude = required("longitude")?.number(in: Bounds(low: -180, high: 180))
    guard let id, let latitude, let longitude else { return nil }
    return Site(id: id, latitude: latitude, longitude: longitude)
  }

  private func entryPoint(sites: Set<String>) -> EntryPoint? {
    let mode: EntryPoint.Mode? = required("mode")?.choice()
    let site = self["site"]?.identifier(among: sites, of: .missions, orElse: "the mission has no site")
    let port = self["port"]?.text()
    return mode.map { EntryPoint(mode: $0, site: site, port: port) }
  }
}
