import Foundation
package import Simulation

/// How many people a mission really had on a day.
package struct RecordedStrength: Sendable, Equatable {
  /// Identifier of the scenario that it is held against.
  package var scenario: String
  package var date: CalendarDate
  package var people: Double
  /// `false` where it is shown beside the band and not scored.
  package var isScored: Bool

  package init(scenario: String, date: CalendarDate, people: Double, isScored: Bool = true) {
    self.scenario = scenario
    self.date = date
    self.people = people
    self.isScored = isScored
  }

  private static let titles = ["scenario", "date", "strength", "scored", "source", "note"]

  /// The records in a CSV file.
  ///
  /// - Throws: ``BacktestFailure`` with the row, the value and what is allowed.
  package static func read(path: String) throws -> [RecordedStrength] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw BacktestFailure("\(path): the file cannot be read")
    }
    do {
      return try records(of: CSVCells.rows(of: SourceText(name: path, bytes: Array(data))), path: path)
    } catch let failure as CSVCells.Failure {
      throw BacktestFailure("\(path), row \(failure.row): \(failure.message)")
    }
  }

  private static func records(of rows: [[String]], path: String) throws -> [RecordedStrength] {
    guard rows.first == titles else {
      throw BacktestFailure("\(path): the titles have to be \(titles.joined(separator: ","))")
    }
    return try rows.dropFirst().map { row in
      guard row.count == titles.count else {
        throw BacktestFailure("\(path): \(row.count) cells, not \(titles.count), in \(row)")
      }
      guard let date = CalendarDate(iso: row[1]) else {
        throw BacktestFailure("\(path): \"\(row[1])\" is not a date such as 2004-04-30")
      }
      guard let people = Double(row[2]), people.isFinite, people >= 0 else {
        throw BacktestFailure("\(path): \"\(row[2])\" is not a number of people, 0 or more")
      }
      guard let isScored = ["yes": true, "no": false][row[3]] else {
        throw BacktestFailure("\(path): scored is yes or no, not \"\(row[3])\"")
      }
      return RecordedStrength(scenario: row[0], date: date, people: people, isScored: isScored)
    }
  }
}

/// Why a back-test cannot be made.
package struct BacktestFailure: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }
}
