extension Wording {
  /// A fixed number of decimals and separators between thousands, such as `1,433.2` or `1 433,2`.
  public func fixed(_ value: Double, decimals: Int) -> String {
    local(NumberText.withThousands(NumberText.fixed(value, decimals: decimals)))
  }

  /// A whole number with separators between thousands.
  public func whole(_ value: Int) -> String { local(NumberText.withThousands(String(value))) }

  /// As few decimals as the number needs, at most `decimals`.
  public func plain(_ value: Double, decimals: Int = 2) -> String {
    local(NumberText.withThousands(NumberText.plain(value, decimals: decimals)))
  }

  /// Whole from a thousand on, with one decimal at most below.
  public func grouped(_ value: Double) -> String { local(NumberText.grouped(value)) }

  /// The same, rounded down.
  public func groupedDown(_ value: Double) -> String { local(NumberText.groupedDown(value)) }

  /// A share in percent, without the sign; never rounded into nothing or all.
  public func percent(_ share: Double, decimals: Int = 0) -> String {
    local(NumberText.percent(share, decimals: decimals))
  }

  /// A distance, rounded up.
  public func roundedUp(_ value: Double, decimals: Int) -> String {
    local(NumberText.withThousands(NumberText.roundedUp(value, decimals: decimals)))
  }

  /// A mean ± its standard error, which is rounded up, such as `41.2 ± 1.9`.
  public func plusMinus(_ mean: Double, _ standardError: Double, decimals: Int) -> String {
    "\(fixed(mean, decimals: decimals)) ± \(roundedUp(standardError, decimals: decimals))"
  }

  /// The lower end of an interval, rounded down.
  public func roundedDown(_ value: Double, decimals: Int) -> String {
    local(NumberText.withThousands(NumberText.roundedDown(value, decimals: decimals)))
  }

  /// A number and its measure, such as `4 airframes` or `4 aéronefs`.
  public func quantity(_ value: Double, _ measure: Capability.Measure?) -> String {
    let number = plain(value)
    guard let measure else { return number }
    return "\(number) \(noun(measure, isOne: language == .french ? abs(value) < 2 : value == 1))"
  }

  /// What a measure counts; with no number, more than one of it.
  public func noun(_ measure: Capability.Measure, isOne: Bool = false) -> String {
    switch measure {
    case .units: isOne ? self(en: "unit", fr: "unité") : self(en: "units", fr: "unités")
    case .airframes: isOne ? self(en: "airframe", fr: "aéronef") : self(en: "airframes", fr: "aéronefs")
    case .personnel: isOne ? self(en: "person", fr: "personne") : self(en: "people", fr: "personnes")
    case .vehicles: isOne ? self(en: "vehicle", fr: "véhicule") : self(en: "vehicles", fr: "véhicules")
    case .beds: isOne ? self(en: "bed", fr: "lit") : self(en: "beds", fr: "lits")
    case .boats: isOne ? self(en: "boat", fr: "bateau") : self(en: "boats", fr: "bateaux")
    }
  }

  /// English figures in this language: a decimal comma and narrow blanks between thousands in French.
  func local(_ english: String) -> String {
    guard language == .french else { return english }
    var result = String.UnicodeScalarView()
    for scalar in english.unicodeScalars {
      switch scalar {
      case ".": result.append(",")
      case ",": result.append(FrenchText.narrowNoBreak)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
