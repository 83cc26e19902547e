extension PersonnelCategory {
  /// In words, for readers.
  package func words(_ w: Wording) -> String { w(text) }
}

extension AlreadyShort {
  func words(_ w: Wording) -> String {
    switch self {
    case .ceiling(let category, let people):
      w(en: words, fr: "\(w.whole(people)) personnes au-dessus du plafond (\(category.words(w)))")
    case .women(let category, let people):
      w(en: words, fr: "il manque déjà \(w.whole(people)) femmes (\(category.words(w)))")
    case .speakers(let people):
      w(en: words, fr: "il manque déjà \(w.whole(people)) locuteurs d'une langue de travail")
    }
  }
}

extension LimitStep {
  /// What relaxing the limit by a step would be.
  func words(_ w: Wording, mission name: (String) -> String) -> String {
    let people = w.grouped(Self.people)
    let million = w(en: "One million US dollars more", fr: "Un million de dollars de plus")
    return switch self {
    case .ceiling(let id, let category):
      w(
        en: "Room for \(people) people more under the \(category.words) ceiling of \(name(id))",
        fr: "\(people) places de plus sous le plafond de \(name(id)) (\(category.words(w)))")
    case .missionBudget(let id):
      w(en: "\(million) in the budget of \(name(id))", fr: "\(million) au budget de \(name(id))")
    case .budget:
      w(en: "\(million) in the budget for all missions", fr: "\(million) au budget de toutes les missions")
    case .lift(let pool):
      w(en: "One carrier more in the lift pool \(pool)", fr: "Un transporteur de plus dans le parc \(pool)")
    case .languageShare(let id):
      w(
        en: """
          A share of people who speak a working language of \(name(id)) that is one percentage point lower
          """,
        fr: """
          Une part de locuteurs d'une langue de travail de \(name(id)) réduite d'un point de pourcentage
          """)
    case .womenShare(let id, let category):
      w(
        en: "A share of women among the \(category.words) of \(name(id)) that is one percentage point lower",
        fr: """
          Une part de femmes de \(name(id)) (\(category.words(w))) réduite d'un point de pourcentage
          """)
    case .support(let id):
      w(en: "One place more in the support \(id)", fr: "Une place de plus dans l'appui \(id)")
    }
  }
}
