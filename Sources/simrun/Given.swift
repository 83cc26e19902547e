internal import ArgumentParser
internal import Simulation

/// Numbers given on the command line, with what is allowed said where they are not.
enum Given {
  static func whole(_ text: String, in allowed: ClosedRange<Int>) throws -> Int {
    guard let value = Int(text), allowed.contains(value) else {
      throw ValidationError("give a whole number from \(allowed.lowerBound) to \(allowed.upperBound)")
    }
    return value
  }

  /// A file or a directory.
  static func path(_ text: String) throws -> String {
    guard !text.isEmpty else { throw ValidationError("give a name") }
    return text
  }

  /// Names with commas between them.
  static func names(_ text: String) throws -> [String] {
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard !names.contains("") else { throw ValidationError("give names with commas between them") }
    return names
  }

  static func seed(_ text: String) throws -> UInt64 {
    guard let value = UInt64(text) else {
      throw ValidationError("give a whole number from 0 to \(UInt64.max)")
    }
    return value
  }

  static func precision(_ text: String) throws -> Double {
    guard let value = Double(text), value > 0, value < 0.5 else {
      throw ValidationError("give a number above 0 and below 0.5")
    }
    return value
  }

  static func seconds(_ text: String) throws -> Double {
    guard let value = Double(text), value >= 0, value <= 1e6 else {
      throw ValidationError("give a number from 0 to 1000000")
    }
    return value
  }

  /// A day of the calendar.
  static func date(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(iso: text) else {
      throw ValidationError("give a day that exists, as YYYY-MM-DD")
    }
    return date
  }

  static func amount(_ text: String) throws -> Double {
    guard let value = Double(text), value >= 0, value <= 1e12 else {
      throw ValidationError("give a number from 0 to 1000000000000")
    }
    return value
  }

  static func language(_ text: String) throws -> Language {
    guard let language = Language(rawValue: text) else { throw ValidationError("give 'en' or 'fr'") }
    return language
  }

  static func limit(_ text: String) throws -> LimitChoice {
    guard let limit = LimitChoice(text) else {
      throw ValidationError(
        "give 'budget', 'budget:MISSION' or 'ceiling:MISSION.CATEGORY', where CATEGORY is one of "
          + PersonnelCategory.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return limit
  }
}
