/// A value in a table, with all its digits; writers round it as its column says.
///
/// A text may stand in any column, such as `in place` among dates.
public enum Cell: Sendable, Equatable {
  /// Not known, or without meaning here; shown as "–".
  case missing
  case text(String)
  case number(Double)
  case quantity(Double, measure: Capability.Measure?)
  /// 0 … 1.
  case share(Double)
  case chance(Chance)
  /// A mean; of a share where its column says so.
  case estimate(Estimate)
  /// Counted from day 0.
  case day(Int)
  case date(CalendarDate)

  /// A text, or missing where there is none or it is empty.
  public static func optional(_ text: String?) -> Cell {
    guard let text, !text.isEmpty else { return .missing }
    return .text(text)
  }

  /// A day, or missing where it never comes.
  public static func optional(day: Int?) -> Cell { day.map(Cell.day) ?? .missing }

  /// An estimate, or missing where there is none.
  public static func optional(_ estimate: Estimate?) -> Cell { estimate.map(Cell.estimate) ?? .missing }

  /// A chance, or missing where there is none.
  public static func optional(_ chance: Chance?) -> Cell { chance.map(Cell.chance) ?? .missing }
}
