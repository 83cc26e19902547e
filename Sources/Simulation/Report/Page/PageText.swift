/// What a page says of a run in sentences.
struct PageText {
  let result: RunResult
  let w: Wording

  init(_ result: RunResult) {
    self.result = result
    w = result.wording
  }

  /// Horizon and size of the scenario.
  var size: String {
    let scenario = result.scenario
    let missions = w.count(
      scenario.missions.count, en: ("mission", "missions"), fr: ("mission", "missions"))
    let needs = w.count(scenario.needs.count, en: ("need", "needs"), fr: ("besoin", "besoins"))
    let pledges = w.count(
      scenario.pledges.count, en: ("pledge", "pledges"), fr: ("engagement", "engagements"))
    let start =
      scenario.trigger.isDated
      ? w(en: "the day of the crisis", fr: "le jour de la crise") : w.long(scenario.dayZero)
    return w(
      en:
        "Day 0 is \(start), \(w.whole(scenario.horizon.days)) days are looked at. \(missions), \(needs), \(pledges).",
      fr:
        "Le jour 0 est \(scenario.trigger.isDated ? "" : "le ")\(start), \(w.whole(scenario.horizon.days)) jours sont examinés. \(missions), \(needs), \(pledges)."
    )
  }

  var interrupted: String? {
    guard result.isPartial else { return nil }
    return w(
      en: "INTERRUPTED: only what was finished by then.", fr: "INTERROMPU : seulement ce qui était achevé.")
  }

  /// How good the plan is proved to be.
  var plan: String {
    let english = result.planStatement ?? ""
    guard let allocation = result.allocation else { return "" }
    let gap = w.roundedUp(max(0, allocation.gap * 100), decimals: allocation.gap >= 0.0095 ? 1 : 3)
    let fair = allocation.fairness == nil ? "" : " pour la plus faible couverture atteinte"
    return w(
      en: "Plan: \(english)",
      fr: {
        switch allocation.status {
        case .optimal: "Plan : optimal\(fair), prouvé."
        case .withinGap: "Plan : à \(gap) % au plus du meilleur possible\(fair), prouvé."
        case .given: "Plan : tel que donné ; sa distance au meilleur possible n'a pas été examinée."
        case .limit:
          "Plan : recherche arrêtée ; un meilleur plan pourrait éviter au plus \(gap) % de l'écart pondéré restant."
        }
      }())
  }

  /// Gap, bound, cost, and what the plan supposes.
  var lines: [String] {
    guard let allocation = result.allocation else { return [] }
    let gap = w.grouped(allocation.objective.weightedGapDays)
    let isProved = allocation.status == .optimal || allocation.status == .given
    let least = w.groupedDown(allocation.bound)
    let bound =
      isProved
      ? "" : w(en: ", and less than \(least) is impossible", fr: ", et moins de \(least) est impossible")
    let cost = w.grouped(allocation.objective.cost)
    let caution = w(
      en: "The plan holds if every pledge keeps its word.", fr: "Le plan vaut si chaque engagement est tenu.")
    let chance =
      result.timeline == nil
      ? ""
      : w(
        en: " What is there in time is a matter of chance, and said beside it.",
        fr: " Ce qui est là à temps dépend du hasard, et se lit à côté.")
    return [
      w(
        en: "Weighted gap (days without cover, times weight): \(gap)\(bound).",
        fr: "Écart pondéré (jours sans couverture, multipliés par le poids) : \(gap)\(bound)."),
      w(
        en: "Cost of deployments and days there: US$ \(cost).",
        fr: "Coût des déploiements et des jours sur place : \(cost) $ É.-U."), caution + chance,
    ]
  }

  /// How much rests on assumptions.
  var evidence: String {
    let count = EvidenceCount(result.scenario)
    let (entries, assumed) = count.lists.reduce(into: (0, 0)) { sums, list in
      sums.0 += list.entries
      sums.1 += list.assumed
    }
    let parts = count.lists.map { list in
      let name = EntryNames.plural(list.name, w)
      return w(
        en: "\(name) \(list.assumed) of \(list.entries)", fr: "\(name) \(list.assumed) sur \(list.entries)")
    }.joined(separator: ", ")
    return w(
      en: "\(assumed) of \(entries) entries rest on an assumption, at least in part: \(parts).",
      fr: "\(assumed) entrées sur \(entries) reposent au moins en partie sur une hypothèse : \(parts).")
  }

  /// Missions whose needs run on after their mandate, then notices and warnings of the scenario.
  var notices: [String] {
    let renewals = result.scenario.missions.compactMap { mission -> String? in
      guard let end = mission.mandateUntil,
        result.scenario.needs.contains(where: { $0.mission == mission.id && $0.until > end })
      else { return nil }
      let date = w.long(result.scenario.dayZero.advanced(byDays: end))
      return w(
        en: "Figures of \(mission.name) after \(date) (day \(end)) assume that its mandate is renewed.",
        fr: "Les chiffres de \(mission.name) après le \(date) (jour \(end)) supposent son mandat renouvelé.")
    }
    let warnings = result.warnings.filter { $0.kind != .unsourced }.map { warning in
      w(en: "\(warning.entry): \(w(warning.words))", fr: "\(warning.entry) : \(w(warning.words))")
    }
    return renewals + result.notices.map { w($0) } + warnings
  }
}
