extension Cursor {
  /// A number within bounds.
  func number(in bounds: Bounds) -> Double? {
    record("number \(bounds.signs)")
    guard case .number(let value, let raw) = value(as: .number) else {
      expectedNumber("a number")
      return nil
    }
    if bounds.allows(value) { return value }
    report("\(raw) is out of range; allowed: \(bounds.description)")
    return nil
  }

  /// Reports what is no number, and how numbers of a CSV file are written.
  private func expectedNumber(_ what: String) {
    if case .cell = node.value {
      expected("\(what), written with a decimal point and without separators such as 1234.5")
    } else {
      expected(what)
    }
  }

  /// A whole number within a range.
  func whole(in range: ClosedRange<Int>) -> Int? {
    record("whole number \(range.lowerBound) to \(range.upperBound)")
    guard case .number(let value, let raw) = value(as: .number) else {
      expectedNumber("a whole number")
      return nil
    }
    guard value == value.rounded() else {
      report("\(raw) is not a whole number")
      return nil
    }
    if let whole = Int(exactly: value), range.contains(whole) { return whole }
    let allowed = Bounds(low: Double(range.lowerBound), high: Double(range.upperBound))
    report("\(raw) is out of range; allowed: \(allowed.description)")
    return nil
  }

  /// Any number of 64 bits without sign.
  func seed() -> UInt64? {
    record("whole number 0 to \(UInt64.max)")
    guard case .number(_, let raw) = value(as: .number) else {
      expectedNumber("a whole number")
      return nil
    }
    if let seed = UInt64(raw) { return seed }
    report("\(raw) is not a seed; allowed: whole numbers from 0 to \(UInt64.max)")
    return nil
  }

  /// A day counted from day 0: a whole number or an ISO date.
  func day() -> Int? {
    record("day")
    let typed = read(as: .numberOrText)
    guard case .text = typed.node.value else {
      guard case .number = typed.node.value else {
        expected("a day: a whole number of days from dayZero, or a date such as \"2018-06-01\"")
        return nil
      }
      return typed.whole(in: Int(Bounds.anyDay.low)...Int(Bounds.anyDay.high))
    }
    guard let date = typed.date(), let dayZero = reading.dayZero else { return nil }
    let day = date.days(since: dayZero)
    if Bounds.anyDay.allows(Double(day)) { return day }
    report("\(date) is too far from dayZero, \(dayZero); allowed: within 1,000,000 days")
    return nil
  }

  /// A date of the calendar, `YYYY-MM-DD`.
  func date() -> CalendarDate? {
    record("date")
    guard case .text(let text) = value(as: .text) else {
      expected("a date such as \"2018-06-01\"")
      return nil
    }
    if let date = CalendarDate(iso: text) { return date }
    report("\(quoted(text)) is not a date; allowed: days that exist, as YYYY-MM-DD")
    return nil
  }

  /// A day of every year, `MM-DD`.
  func monthDay() -> MonthDay? {
    record("day of the year")
    guard case .text(let text) = value(as: .text) else {
      expected("a day of the year such as \"06-15\"")
      return nil
    }
    // A leap year has every day that any year has.
    if let date = CalendarDate(iso: "2000-\(text)"), let day = MonthDay(month: date.month, day: date.day) {
      return day
    }
    report("\(quoted(text)) is not a day of the year; allowed: MM-DD, from 01-01 to 12-31")
    return nil
  }
}
