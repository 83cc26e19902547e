/// What causes are called where people read.
struct CauseWords {
  private let scenario: Scenario
  private let w: Wording
  private let labels: Labels

  init(_ scenario: Scenario, _ wording: Wording) {
    self.scenario = scenario
    w = wording
    labels = Labels(scenario, wording)
  }

  /// Such as `Waiting for lift: un-airlift`.
  func text(_ cause: Cause) -> String {
    let place = cause.mission.map { labels.mission(withId: $0)?.name ?? $0 } ?? ""
    switch cause.kind {
    case .stage:
      return w(en: "Stage: ", fr: "Étape : ") + "\(cause.name) (\(cause.process ?? ""))"
    case .gate: return w(en: "Gate: ", fr: "Seuil d'ouverture : ") + "\(cause.name) (\(place))"
    case .lift: return w(en: "Waiting for lift: ", fr: "Attente du transport : ") + cause.name
    case .resource: return w(en: "Waiting for: ", fr: "Attente de : ") + cause.name
    case .season: return w(en: "Season: ", fr: "Saison : ") + "\(cause.name) (\(place))"
    case .risk: return w(en: "Risk: ", fr: "Risque : ") + cause.name
    case .never: return w(en: "Pledges that never come", fr: "Engagements jamais tenus")
    case .withdrawal: return w(en: "Early withdrawal", fr: "Retrait anticipé")
    case .unit: return labels.pledge(cause.name)
    }
  }

  /// The same within a sentence on one mission, which needs no name: `the gate host-consent`.
  func phrase(_ cause: Cause) -> String {
    switch cause.kind {
    case .stage:
      return w(en: "the stage \(cause.name)", fr: "l'étape \(cause.name)") + " (\(cause.process ?? ""))"
    case .gate: return w(en: "the gate \(cause.name)", fr: "le seuil \(cause.name)")
    case .lift: return w(en: "waiting for the lift \(cause.name)", fr: "l'attente du transport \(cause.name)")
    case .resource: return w(en: "waiting for \(cause.name)", fr: "l'attente de \(cause.name)")
    case .season: return w(en: "the season \(cause.name)", fr: "la saison \(cause.name)")
    case .risk: return w(en: "the risk \(cause.name)", fr: "le risque \(cause.name)")
    case .never: return w(en: "pledges that never come", fr: "les engagements jamais tenus")
    case .withdrawal: return w(en: "early withdrawal", fr: "le retrait anticipé")
    case .unit: return labels.pledge(cause.name)
    }
  }

  func notes(_ found: TimelineCauses) -> [String] {
    let count = w.whole(found.replications)
    return [
      w(
        en: """
          Change of all needs' gap-days where the cause is removed and all else, luck too, stays; ± one standard \
          error of \(count) paired replications. Removals do not add up. Waited: by all units together, before \
          the horizon; not measured where two seasons slow the same day alike. On longest path: of units that get \
          ready.
          """,
        fr: """
          Variation des jours d'écart de tous les besoins si la cause est supprimée, le reste et le hasard étant \
          inchangés ; ± une erreur type sur \(count) répétitions appariées. Les suppressions ne s'additionnent \
          pas. Attente : de toutes les unités, avant l'horizon ; non mesurée si deux saisons ralentissent \
          autant le même jour. Chemin le plus long : des unités qui arrivent au bout.
          """)
    ]
  }
}
