extension Reason.Kind {
  /// The reason in a few words, as a reader would say it.
  package func label(_ w: Wording) -> String {
    switch self {
    case .nobody: w(en: "nobody pledged it", fr: "promis par personne")
    case .caveat: w(en: "held back by a caveat", fr: "exclu par une restriction nationale")
    case .hostState: w(en: "refused by the host state", fr: "refusé par l'État hôte")
    case .attribute: w(en: "lacks what the need asks", fr: "sans ce que le besoin exige")
    case .language: w(en: "language", fr: "langue")
    case .readiness: w(en: "not ready enough", fr: "niveau de préparation insuffisant")
    case .endorsement: w(en: "an endorsement is missing", fr: "une adhésion manque")
    case .women: w(en: "too few women", fr: "trop peu de femmes")
    case .late: w(en: "comes too late", fr: "arrive trop tard")
    case .indivisible: w(en: "too large for what is left", fr: "trop grand pour la place restante")
    case .ceiling: w(en: "held back by a ceiling", fr: "retenu par un plafond")
    case .budget: w(en: "held back by the budget", fr: "retenu par le budget")
    case .lift: w(en: "held back by lift", fr: "retenu faute de transport")
    case .languageShare: w(en: "held back by the language share", fr: "retenu par la part linguistique")
    case .womenShare: w(en: "held back by the share of women", fr: "retenu par la part de femmes")
    case .enabling: w(en: "waits for what enables it", fr: "attend un besoin préalable")
    case .package: w(en: "held back by its package", fr: "retenu par son lot")
    case .support: w(en: "held back by support", fr: "retenu faute d'appui")
    case .pin: w(en: "already decided otherwise", fr: "déjà décidé autrement")
    case .outweighed: w(en: "outweighed by another need", fr: "un autre besoin passe avant")
    }
  }
}

/// Reasons in words.
package struct ReasonText {
  private let w: Wording

  package init(_ wording: Wording) { w = wording }

  /// One reason whole.
  package func text(_ reason: Reason) -> String {
    let label = reason.kind.label(w)
    let detail = w(reason.text)
    return detail.isEmpty ? label : detail
  }

  /// The first reason, and the kinds of the others; `nil` where there is none.
  ///
  /// All of them, with every pledge concerned, are in the table of reasons.
  package func main(of reasons: [Reason]) -> String? {
    guard let first = reasons.first else { return nil }
    var others: [String] = []
    for kind in reasons.dropFirst().map(\.kind) where kind != first.kind {
      let label = kind.label(w)
      if !others.contains(label) { others.append(label) }
    }
    let text = text(first)
    guard !others.isEmpty else { return text }
    let rest = others.joined(separator: ", ")
    return w(en: "\(text); also: \(rest)", fr: "\(text) ; aussi : \(rest)")
  }

  /// The first two, and how many more there are.
  func few(_ texts: [String]) -> String {
    guard texts.count > 3 else { return texts.joined(separator: ", ") }
    let more = texts.count - 2
    return texts.prefix(2).joined(separator: ", ")
      + w(en: " and \(more) more", fr: " et \(more) autres")
  }
}
