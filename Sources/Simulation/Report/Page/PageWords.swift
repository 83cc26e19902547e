/// The words of the page itself: headings, buttons, hints.
enum PageWords {
  static func words(_ w: Wording) -> [String: String] {
    headings(w).merging(controls(w)) { first, _ in first }
  }

  private static func headings(_ w: Wording) -> [String: String] {
    [
      "contents": w(en: "Contents", fr: "Sommaire"), "summary": w(en: "In short", fr: "En bref"),
      "map": w(en: "Where the gaps are", fr: "Où sont les écarts"),
      "figures": w(en: "Figures", fr: "Figures"),
      "tables": w(en: "Tables", fr: "Tableaux"), "needs": w(en: "Need by need", fr: "Besoin par besoin"),
      "basis": w(en: "What the figures rest on", fr: "Sur quoi reposent les chiffres"),
      "notices": w(en: "Notices", fr: "Remarques"), "sent": w(en: "Who is sent", fr: "Qui est envoyé"),
      "nothing": w(en: "Nothing is sent.", fr: "Rien n'est envoyé."),
      "causes": w(en: "What holds it up", fr: "Ce qui le retarde"),
      "why": w(en: "Why it stays open", fr: "Pourquoi il reste ouvert"),
      "ask": w(en: "What to ask for", fr: "Que demander"),
      "story": w(en: "A need's story", fr: "Détail d'un besoin"),
    ]
  }

  private static func controls(_ w: Wording) -> [String: String] {
    [
      "skip": w(en: "Skip to the content", fr: "Aller au contenu"), "close": w(en: "Close", fr: "Fermer"),
      "theme": w(en: "Light or dark", fr: "Clair ou sombre"), "filter": w(en: "Filter", fr: "Filtrer"),
      "rows": w(en: "# of # rows", fr: "# lignes sur #"), "more": w(en: "Show more", fr: "Afficher plus"),
      "copy": w(en: "Copy as #", fr: "Copier en #"), "copied": w(en: "Copied", fr: "Copié"),
      "sort": w(en: "Sort by this column", fr: "Trier par cette colonne"),
      "needsNote": w(
        en: "Choose a need in the map of gaps to read its story.",
        fr: "Choisissez un besoin dans la carte des écarts pour en lire le détail."),
    ]
  }

  static func mapNote(isTimed: Bool, _ w: Wording) -> String {
    let timed = w(
      en: "Columns of days: the mean of all runs, so many days after the need's first. ",
      fr:
        "Colonnes de jours : la moyenne de toutes les exécutions, tant de jours après le premier du besoin. ")
    return (isTimed ? timed : "")
      + w(
        en: "Share of each need that is covered, in percent: dark is a gap, pale is covered. Plan: if every "
          + "pledge keeps its word. Choose a cell to read the need's story.",
        fr: """
          Part couverte de chaque besoin, en pour cent : foncé, un écart ; clair, couvert. Plan : si chaque \
          engagement est tenu. Choisissez une case pour lire le détail du besoin.
          """)
  }
}
