/// A day of the proleptic Gregorian calendar, without a time zone.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  /// `nil` where no such day exists.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.init(validYear: year, month: month, day: day)
  }

  /// Reads `YYYY-MM-DD`; `nil` for anything else.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private init(validYear year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1 March of year 0; years that begin in March put the leap day last.
  private var ordinal: Int {
    let shifted = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    let leaps = shifted.0 / 4 - shifted.0 / 100 + shifted.0 / 400
    return 365 * shifted.0 + leaps + (153 * shifted.1 + 2) / 5 + day - 1
  }

  /// Days from `other` to this date; negative where this one is earlier.
  public func days(since other: CalendarDate) -> Int { ordinal - other.ordinal }

  /// The date so many days later; earlier for a negative number.
  public func advanced(byDays count: Int) -> CalendarDate {
    let target = ordinal + count
    var year = (target * 400 + 399) / 146_097
    while Self(validYear: year, month: 3, day: 1).ordinal > target { year -= 1 }
    while Self(validYear: year + 1, month: 3, day: 1).ordinal <= target { year += 1 }
    let rest = target - Self(validYear: year, month: 3, day: 1).ordinal
    let marchMonth = (5 * rest + 2) / 153
    let day = rest - (153 * marchMonth + 2) / 5 + 1
    return marchMonth < 10
      ? Self(validYear: year, month: marchMonth + 3, day: day)
      : Self(validYear: year + 1, month: marchMonth - 9, day: day)
  }

  public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.ordinal < right.ordinal }

  public var description: String {
    func padded(_ value: Int, to width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}

/// A day that comes back every year, such as the first day of the rains.
public struct MonthDay: Sendable, Hashable, Comparable {
  public let month: Int
  public let day: Int

  /// `nil` where no year has such a day.
  public init?(month: Int, day: Int) {
    guard (1...12).contains(month), (1...CalendarDate.days(inMonth: month, of: 2000)).contains(day)
    else { return nil }
    self.month = month
    self.day = day
  }

  public static func < (left: MonthDay, right: MonthDay) -> Bool {
    (left.month, left.day) < (right.month, right.day)
  }
}
