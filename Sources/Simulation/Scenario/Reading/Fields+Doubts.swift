extension Fields {
  /// Warns of the value of a key; what it is a key of is named as `pledges.x`.
  func doubt(_ kind: ScenarioWarning.Kind, _ key: String, of entry: String, _ words: BilingualText) {
    reading.warnings.append(
      ScenarioWarning(kind, entry: "\(entry).\(key)", words, place: place(ofValue: key)))
  }

  /// Warns of a first day before day 0, or not before the horizon's end.
  func doubtFirstDay(_ key: String, _ day: Int, of entry: String) {
    guard let horizon = reading.horizonDays, has(key) else { return }
    if day < 0 {
      doubt(
        .date, key, of: entry,
        BilingualText(
          en: "day \(day) is before day 0, and is read as day 0",
          fr: "le jour \(day) précède le jour 0, et vaut jour 0"))
    } else if day >= horizon {
      doubt(
        .date, key, of: entry,
        BilingualText(
          en: "day \(day) is after the horizon of \(horizon) days: it never begins",
          fr: "le jour \(day) dépasse l'horizon de \(horizon) jours : cela ne commence jamais"))
    }
  }

  /// Warns of a last day before day 0 or after the horizon.
  func doubtLastDay(_ key: String, _ day: Int, of entry: String) {
    guard let horizon = reading.horizonDays, has(key) else { return }
    if day <= 0 {
      doubt(
        .date, key, of: entry,
        BilingualText(
          en: "day \(day) is not after day 0: it is over before it begins",
          fr: "le jour \(day) ne suit pas le jour 0 : c'est fini avant de commencer"))
    } else if day > horizon {
      doubt(
        .date, key, of: entry,
        BilingualText(
          en: "day \(day) is after the horizon, and is read as its end, day \(horizon)",
          fr: "le jour \(day) dépasse l'horizon, et vaut sa fin, jour \(horizon)"))
    }
  }

  /// Warns of a day that comes too late to matter.
  func doubtLateDay(_ key: String, _ day: Int, of entry: String) {
    guard let horizon = reading.horizonDays, day >= horizon else { return }
    doubt(
      .date, key, of: entry,
      BilingualText(
        en: "day \(day) is after the horizon of \(horizon) days",
        fr: "le jour \(day) dépasse l'horizon de \(horizon) jours"))
  }

  /// Warns of a fixed day that comes too late to matter.
  func doubtLateDay(_ key: String, _ day: Distribution, of entry: String) {
    guard case .fixed(let days) = day.shape, abs(days + day.shift) <= Bounds.anyDay.high else { return }
    doubtLateDay(key, Int((days + day.shift).rounded(.down)), of: entry)
  }

  /// Warns of a chance that says more than anybody can know.
  func doubtCertainty(_ probability: Double, isInPlace: Bool, of entry: String) {
    guard has("probability"), !isInPlace, probability == 0 || probability == 1 else { return }
    doubt(
      .probability, "probability", of: entry,
      probability == 0
        ? BilingualText(
          en: "a chance of 0: it never comes, and could be left out",
          fr: "une probabilité de 0 : cela ne vient jamais, et pourrait être omis")
        : BilingualText(
          en: "a chance of 1: it is sure to come, although it is not in place",
          fr: "une probabilité de 1 : la venue est certaine, sans être sur place"))
  }
}
