/// Which missions have seasons that together leave no day of the year.
struct YearClosures {
  /// The days of a leap year, which has every day that any year has.
  private static let daysOfYear = 366

  private struct SeasonOfMission {
    let mission: String
    let days: Set<Int>
  }

  private var bySeason: [String: [SeasonOfMission]] = [:]
  /// Answers given: many stages ask for the same few seasons.
  private var known: [Set<String>: String?] = [:]

  init(_ missions: [Mission]) {
    for mission in missions {
      for season in mission.seasons {
        bySeason[season.id, default: []].append(
          SeasonOfMission(mission: mission.id, days: Self.days(of: season)))
      }
    }
  }

  /// The first mission, by identifier, in which these seasons cover the whole year.
  mutating func missionClosedAllYear(by seasons: Set<String>) -> String? {
    if seasons.isEmpty { return nil }
    if let answer = known[seasons] { return answer }
    var closed: [String: Set<Int>] = [:]
    for season in seasons.flatMap({ bySeason[$0] ?? [] }) {
      closed[season.mission, default: []].formUnion(season.days)
    }
    let answer = closed.filter { $0.value.count == Self.daysOfYear }.keys.min()
    known[seasons] = .some(answer)
    return answer
  }

  /// Days of the year from 0, both ends of the season included.
  private static func days(of season: Season) -> Set<Int> {
    let from = dayOfYear(season.from)
    let to = dayOfYear(season.to)
    return from <= to ? Set(from...to) : Set(0...to).union(from..<daysOfYear)
  }

  private static func dayOfYear(_ day: MonthDay) -> Int {
    (1..<day.month).reduce(day.day - 1) { $0 + CalendarDate.days(inMonth: $1, of: 2000) }
  }
}
