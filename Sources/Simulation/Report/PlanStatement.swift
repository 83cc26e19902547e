extension RunResult {
  /// How good the plan is proved to be, in words that promise no more.
  ///
  /// `nil` where there is none.
  package var planStatement: String? {
    guard let allocation else { return nil }
    let w = wording
    let (gap, condition) = (allocation.gapText(w), allocation.condition(w))
    switch allocation.status {
    case .optimal: return w(en: "Optimal\(condition), proved.", fr: "Optimal\(condition), prouvé.")
    case .withinGap:
      return w(
        en: "Within \(gap) of the best possible\(condition), proved.",
        fr: "À \(gap) au plus du meilleur possible\(condition), prouvé.")
    case .given:
      return w(
        en: "As given; how near it is to the best possible was not looked at.",
        fr: "Tel que donné ; sa distance au meilleur possible n'a pas été examinée.")
    case .limit:
      let why = whyStopped(allocation)
      return w(
        en: "Stopped \(why): a better plan could avoid at most \(gap) of the weighted gap left.",
        fr: "Arrêté \(why) : un meilleur plan éviterait au plus \(gap) de l'écart pondéré qui reste.")
    }
  }

  private func whyStopped(_ allocation: Allocation) -> String {
    let w = wording
    if interruptedIn == .solve {
      return w(en: "when it was interrupted", fr: "lors de son interruption")
    }
    return allocation.stoppedByTime
      ? w(
        en: "by the time limit (another run may find another plan)",
        fr: "par la limite de temps (une autre exécution peut trouver un autre plan)")
      : w(en: "by the work limit", fr: "par la limite de travail")
  }
}

extension Allocation {
  /// Among which plans it is the best, where not among all.
  fileprivate func condition(_ w: Wording) -> String {
    fairness == nil
      ? "" : w(en: " for the smallest coverage reached", fr: " pour la plus petite couverture atteinte")
  }

  /// What fairness has reached, and how far that is proved; `nil` where it was not asked for.
  func fairnessStatement(_ labels: Labels, _ w: Wording) -> String? {
    guard let fairness else { return nil }
    let names = fairness.missions.map(labels.mission).joined(separator: ", ")
    let smallest = w.roundedDown(fairness.smallestCoverage * 100, decimals: 2)
    let most = w.roundedUp(fairness.bound * 100, decimals: 2)
    let reached = w(
      en: "Fairness first: no mission is covered less than \(smallest) % (\(names))",
      fr: "Équité d'abord : aucune mission n'est couverte à moins de \(smallest) % (\(names))")
    return fairness.isProved
      ? w(
        en: "\(reached); no plan leaves the smallest coverage higher, proved.",
        fr: "\(reached) ; aucun plan n'élève la plus petite couverture, prouvé.")
      : w(
        en: "\(reached); more than \(most) % is impossible, and what lies between is not settled.",
        fr: "\(reached) ; plus de \(most) % est impossible, et ce qui est entre les deux n'est pas tranché.")
  }

  /// What is changed of an earlier plan; `nil` where none was given.
  package func changesStatement(_ w: Wording) -> String? {
    guard let changes else { return nil }
    let added =
      changes.added == 0 ? "" : w(en: " and adds \(changes.added)", fr: " et en ajoute \(changes.added)")
    return w(
      en: "Changes \(changes.changed) of \(changes.assignments) assignments of the earlier plan\(added).",
      fr: "Change \(changes.changed) des \(changes.assignments) affectations du plan antérieur\(added).")
  }

  /// The proved gap in percent, rounded up to two figures that count.
  fileprivate func gapText(_ w: Wording) -> String {
    let percent = gap * 100
    guard percent.isFinite else { return w(en: "an unknown part", fr: "une part inconnue") }
    let decimals = percent >= 10 ? 0 : percent >= 0.95 ? 1 : percent >= 0.095 ? 2 : 3
    let text = w.roundedUp(max(0, percent), decimals: decimals)
    return w(en: "\(text) %", fr: "\(text) %")
  }
}
