extension Wording {
  /// A date for tables: `2017-11-15`, in French `15/11/2017`.
  public func short(_ date: CalendarDate) -> String {
    self(
      en: date.description,
      fr: "\(Self.padded(date.day, to: 2))/\(Self.padded(date.month, to: 2))/\(Self.padded(date.year, to: 4))"
    )
  }

  /// A date for running text: `1 July 2018`, in French `1er juillet 2018`.
  public func long(_ date: CalendarDate) -> String {
    let day = date.day == 1 ? self(en: "1", fr: "1er") : String(date.day)
    return "\(day) \(month(date.month)) \(date.year)"
  }

  private func month(_ number: Int) -> String {
    let months: [(en: String, fr: String)] = [
      ("January", "janvier"), ("February", "février"), ("March", "mars"), ("April", "avril"),
      ("May", "mai"), ("June", "juin"), ("July", "juillet"), ("August", "août"),
      ("September", "septembre"), ("October", "octobre"), ("November", "novembre"),
      ("December", "décembre"),
    ]
    let month = months[number - 1]
    return self(en: month.en, fr: "\(month.fr)")
  }

  private static func padded(_ value: Int, to width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
