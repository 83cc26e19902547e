/// The headline figures as cards: on paper, in the plan, there in time.
struct HeadlineCards {
  let result: RunResult

  init(_ result: RunResult) { self.result = result }

  var contexts: [[String: String]] {
    let w = result.wording
    let headline = Headline(result)
    let readings: [[String: String]?] = [
      headline.pledged.map {
        card("paper-promise", w(en: "Pledged on paper", fr: "Promis sur le papier"), share: $0)
      },
      headline.planned.map {
        card("in-plan", w(en: "Covered by the plan", fr: "Couvert par le plan"), share: $0)
      },
    ]
    let timed = headline.inTime.map { reading -> [String: String] in
      let days = reading.standardDays
      var card = card(
        "in-time", w(en: "There on day \(days)", fr: "Présent au jour \(days)"), share: reading.share.mean)
      let error = w.roundedUp(reading.share.standardError * 100, decimals: 1)
      card["error"] = w(en: "± \(error), one standard error", fr: "± \(error), une erreur type")
      return card
    }
    return readings.compactMap(\.self) + timed
  }

  private func card(_ kind: String, _ label: String, share: Double) -> [String: String] {
    let w = result.wording
    return [
      "kind": kind, "label": label, "value": w.percent(share, decimals: 1), "unit": "%", "error": "",
      "percent": NumberText.fixed(min(1, max(0, share)) * 100, decimals: 1),
    ]
  }
}
