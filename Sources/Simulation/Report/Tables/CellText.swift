/// How much room a writer has for what is uncertain.
package enum CellForm: Sendable {
  /// `37 ±1`, for a terminal.
  case compact
  /// `37.1 (36.1–38.0)`, the way papers do it.
  case paper
  /// `37 (36–38)`, the same where many columns have to stand side by side.
  case narrowPaper
}

extension Cell {
  /// The cell as readers see it, rounded as its column says; the unit is the header's.
  package func text(in kind: Table.Kind, form: CellForm, _ wording: Wording) -> String {
    switch self {
    case .missing: NumberText.missing
    case .text(let text): text
    case .number(let value): wording.fixed(value, decimals: kind.decimals)
    case .quantity(let value, let measure): wording.quantity(value, measure)
    case .share(let share): wording.percent(share, decimals: kind.decimals)
    case .chance(let chance): wording.local(chance.text(form))
    case .estimate(let estimate): wording.local(estimate.text(in: kind, form: form))
    case .day(let day): String(day)
    case .date(let date): wording.short(date)
    }
  }
}

extension Table.Kind {
  /// Whether figures may carry an interval or a standard error.
  var hasUncertainty: Bool {
    switch self {
    case .chance, .estimate, .shareEstimate: true
    default: false
    }
  }

  package var decimals: Int {
    switch self {
    case .number(let decimals), .share(let decimals), .estimate(let decimals), .shareEstimate(let decimals):
      decimals
    default: 0
    }
  }
}

extension Chance {
  fileprivate func text(_ form: CellForm) -> String {
    switch form {
    case .compact: compactText
    case .paper: paperText(decimals: 1)
    case .narrowPaper: roundsToOne ? NumberText.percent(probability) : paperText(decimals: 0)
    }
  }

  /// Whether both ends of the interval round to the same percentage.
  private var roundsToOne: Bool {
    let rounded = [low, probability, high].map { NumberText.fixed($0 * 100, decimals: 0) }
    return rounded.allSatisfy { $0 == rounded[0] }
  }

  /// Percent, with the distance to the farther end of the interval in points, rounded up.
  ///
  /// Where both ends round to the same figure, the figure says it all and stands alone. Next to 0 and 100
  /// only one side is open, and the sign says which.
  package var compactText: String {
    let text = NumberText.percent(probability)
    if roundsToOne { return text }
    let above = (high - probability) * 100
    let below = (probability - low) * 100
    switch text {
    case "<1" where high <= 0.01, ">99" where low >= 0.99: return text
    case "0", "<1": return "\(text) +\(NumberText.roundedUp(above, decimals: 0))"
    case "100", ">99": return "\(text) −\(NumberText.roundedUp(below, decimals: 0))"
    default: return "\(text) ±\(NumberText.roundedUp(max(above, below), decimals: 0))"
    }
  }

  /// Percent and the interval in brackets, its ends rounded outwards.
  package func paperText(decimals: Int) -> String {
    let low = NumberText.roundedDown(low * 100, decimals: decimals)
    let high = NumberText.roundedUp(high * 100, decimals: decimals)
    return "\(NumberText.percent(probability, decimals: decimals)) (\(low)–\(high))"
  }
}

extension Estimate {
  /// Mean ± standard error with the same decimals, the error rounded up.
  package func text(in kind: Table.Kind, form: CellForm) -> String {
    let space = form == .compact ? "" : " "
    if case .shareEstimate(let decimals) = kind {
      let error = NumberText.roundedUp(standardError * 100, decimals: decimals)
      return "\(NumberText.percent(mean, decimals: decimals)) ±\(space)\(error)"
    }
    let error = NumberText.withThousands(NumberText.roundedUp(standardError, decimals: kind.decimals))
    return "\(NumberText.withThousands(NumberText.fixed(mean, decimals: kind.decimals))) ±\(space)\(error)"
  }
}
