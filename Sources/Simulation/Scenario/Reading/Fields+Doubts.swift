extension Fields {
  /// Warns of the value of a key; what it is a key of is named as `pledges.x`.
  func doubt(_ kind: ScenarioWarning.Kind, _ key: String, of entry: String, _ text: String) {
    reading.warnings.append(
      ScenarioWarning(kind, entry: "\(entry).\(key)", text, place: place(ofValue: key)))
  }

  /// Warns of a first day before day 0, or not before the horizon's end.
  func doubtFirstDay(_ key: String, _ day: Int, of entry: String) {
    guard let horizon = reading.horizonDays, has(key) else { return }
    if day < 0 {
      doubt(.date, key, of: entry, "day \(day) is before day 0, and is read as day 0")
    } else if day >= horizon {
      doubt(.date, key, of: entry, "day \(day) is after the horizon of \(horizon) days: it never begins")
    }
  }

  /// Warns of a last day before day 0 or after the horizon.
  func doubtLastDay(_ key: String, _ day: Int, of entry: String) {
    guard let horizon = reading.horizonDays, has(key) else { return }
    if day <= 0 {
      doubt(.date, key, of: entry, "day \(day) is not after day 0: it is over before it begins")
    } else if day > horizon {
      doubt(.date, key, of: entry, "day \(day) is after the horizon, and is read as its end, day \(horizon)")
    }
  }

  /// Warns of a day that comes too late to matter.
  func doubtLateDay(_ key: String, _ day: Int, of entry: String) {
    guard let horizon = reading.horizonDays, day >= horizon else { return }
    doubt(.date, key, of: entry, "day \(day) is after the horizon of \(horizon) days")
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
        ? "a chance of 0: it never comes, and could be left out"
        : "a chance of 1: it is sure to come, although it is not in place")
  }
}
