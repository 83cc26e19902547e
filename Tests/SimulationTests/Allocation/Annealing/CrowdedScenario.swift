import Foundation
import Simulation

/// Forty pledges for three missions that cannot take half of them: too large for branch and bound, with ceilings,
/// budgets, a language share, needs enabled by others, and a pin.
enum CrowdedScenario {
  /// The scenario's file, its entries turned round if asked.
  static func read(gap: Double, isReversed: Bool = false) throws -> Scenario {
    let lists: [String: [[String: Any]]] = [
      "contributors": [["id": "AAA"]], "missions": missions, "needs": needs, "pledges": pledges,
      "capabilities": (0..<8).map { ["id": "unit-\($0)", "measure": "units", "category": "contingents"] },
    ]
    var file: [String: Any] = lists.mapValues { isReversed ? $0.reversed() : $0 }
    file["formatVersion"] = 1
    file["id"] = "crowded"
    file["title"] = "Crowded"
    file["dayZero"] = "2020-01-01"
    file["horizon"] = ["days": 360]
    file["allocation"] = [
      "gap": gap, "workLimit": 50, "pins": [["pledge": "pledge-108", "need": "need-10", "units": 1]],
    ]
    let data = try JSONSerialization.data(withJSONObject: file)
    return try ScenarioFile.read(bytes: Array(data), name: "crowded.json").scenario
  }

  private static var needs: [[String: Any]] {
    (0..<24).map { number in
      [
        "id": "need-\(10 + number)", "mission": "mission-\(number / 8)", "capability": "unit-\(number % 8)",
        "quantity": 1 + number * 7 % 4, "weight": 1 + number * 5 % 3, "from": 30 * (number % 4),
        "enabledBy": number % 8 == 1 ? ["need-\(9 + number)"] : [String](),
      ]
    }
  }

  private static func people(_ pledge: Int) -> Int { 40 + pledge * pledge * 37 % 811 }

  private static func units(_ pledge: Int) -> Int { 1 + pledge * 5 % 3 }

  private static var pledges: [[String: Any]] {
    (0..<40).map { number in
      let personnel = units(number) * people(number)
      return [
        "id": "pledge-\(100 + number)", "contributor": "AAA", "capability": "unit-\(number * 11 % 8)",
        "quantity": units(number), "units": units(number), "tourDays": [180, 360, 720][number % 3],
        "personnel": personnel, "cost": ["perDay": personnel * 40], "from": 30 * (number * 7 % 6),
        "languages": number % 3 == 0 ? ["fr": 1] : [String: Int](),
      ]
    }
  }

  /// Ceilings at a third of what all pledges would bring if they went to each mission alike.
  private static var missions: [[String: Any]] {
    let ceiling = (0..<40).reduce(0) { $0 + units($1) * people($1) } / 9
    return (0..<3).map { number in
      [
        "id": "mission-\(number)", "languages": ["fr"], "ceilings": ["military": ceiling],
        "budget": ["total": ceiling * 40 * 180], "languageShare": number == 1 ? 0.4 : 0,
      ]
    }
  }
}
