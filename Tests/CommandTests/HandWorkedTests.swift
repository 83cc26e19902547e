import Foundation
import Testing

/// The figures are those of `Scenarios/README.md`, worked out there by hand.
@Suite("Scenarios worked out by hand")
struct HandWorkedTests {
  /// Sums of a few products in double precision.
  static let exact = 1e-6

  private static func results(_ arguments: String...) throws -> JSONObject {
    let outcome = try Command.run(arguments + ["--json", "-"])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return JSONObject(try outcome.json())
  }

  private static func agree(_ found: Double, _ byHand: Double) -> Bool { abs(found - byHand) < exact }

  @Test("Two missions: the plan leaves 680 weighted days at a cost of 1,560,000, and is proved")
  func twoMissions() throws {
    let plan = try Self.results(Command.scenario("small/two-missions.json"))["allocation"]
    #expect(plan.text("status") == "optimal")
    #expect(Self.agree(try plan["objective"].number("weightedGapDays"), 680))
    #expect(Self.agree(try plan["objective"].number("cost"), 1_560_000))
    let shortfalls: [String: Double] = [
      "north-hospital": 30, "north-infantry": 55, "south-helicopters": 75, "south-infantry": 20,
    ]
    for (id, days) in shortfalls {
      let need = try plan.entry(of: "needs", where: "need", is: id)
      #expect(Self.agree(try need.number("shortfallDays"), days), "\(id)")
      #expect(Self.agree(try need.number("coverage"), 1 - days / 90), "\(id)")
    }
    // Weighted means over 90 days: of 60 and 35 covered days in the north, of 15 and 70 in the south.
    let missions: [String: Double] = ["north": (4 * 60 + 3 * 35) / 630, "south": (5 * 15 + 70) / 540]
    for (id, coverage) in missions {
      let mission = try plan.entry(of: "missions", where: "mission", is: id)
      #expect(Self.agree(try mission.number("coverage"), coverage), "\(id)")
    }
  }

  @Test("Two missions: who goes where, when, and who stays at home")
  func twoMissionsAssignments() throws {
    let plan = try Self.results(Command.scenario("small/two-missions.json"))["allocation"]
    let sent = try plan.list("assignments").map {
      [
        $0.text("need") ?? "", $0.text("pledge") ?? "", "\(Int(try $0.number("units")))",
        "\(Int(try $0.number("arrivalDay")))",
      ]
    }
    #expect(
      sent == [
        ["north-hospital", "bravo-hospital", "1", "30"], ["north-infantry", "alfa-infantry", "2", "20"],
        ["south-helicopters", "charlie-helicopters", "1", "75"],
        ["south-infantry", "alfa-infantry", "2", "20"],
      ])
    let unused = try plan.list("unused")
    #expect(unused.map { $0.text("pledge") } == ["delta-infantry"])
    #expect(try unused[0].list("reasons")[0].text("kind") == "ceiling")
  }

  @Test("One mission: what hangs together is planned together, and 230.25 weighted days are left")
  func together() throws {
    let arguments = ["allocate", Command.scenario("small/one-mission-together.json"), "--json", "-"]
    let outcome = try Command.run(arguments)
    let plan = try JSONObject(outcome.json())["allocation"]
    #expect(plan.text("status") == "optimal")
    #expect(Self.agree(try plan["objective"].number("weightedGapDays"), 230.25))
    let shortfalls: [String: Double] = [
      "air-bridge": 10, "evacuation": 25, "force": 28.75, "kit": 10, "roads": 40, "staff": 24,
    ]
    for (id, days) in shortfalls {
      let need = try plan.entry(of: "needs", where: "need", is: id)
      #expect(Self.agree(try need.number("shortfallDays"), days), "\(id)")
    }
    let sent = try plan.list("assignments").map {
      [
        $0.text("pledge") ?? "", "\(Int(try $0.number("arrivalDay")))", $0.text("package") ?? "",
        $0.text("support") ?? "",
      ]
    }
    #expect(
      sent == [
        ["foxtrot-aircraft", "0", "turns", ""], ["golf-aircraft", "45", "turns", ""],
        ["bravo-evacuation", "25", "", ""], ["alfa-force", "20", "", "trainers"],
        ["delta-kit", "10", "hospital", ""], ["charlie-engineers", "40", "", ""],
        ["echo-staff", "24", "hospital", ""],
      ])
  }

  @Test("Two missions: with fractions allowed 672.5 weighted days are left")
  func twoMissionsFractional() throws {
    let plan = try Self.results(Command.scenario("small/two-missions.json"), "--fractional")["allocation"]
    #expect(Self.agree(try plan["objective"].number("weightedGapDays"), 672.5))
  }

  @Test("Where nothing is left to chance, the timeline is the plan")
  func zeroVariance() throws {
    let results = try Self.results(Command.scenario("small/two-missions.json"))
    for planned in try results["allocation"].list("needs") {
      let id = try #require(planned.text("need"))
      let timed = try results["timeline"].entry(of: "needs", where: "need", is: id)
      #expect(
        Self.agree(try timed["gapDays"].number("mean"), try planned.number("shortfallDays")), "\(id)")
      #expect(try timed["gapDays"].number("standardError") == 0, "\(id)")
    }
    let timeline = try results["timeline"]
    let firstFull = [("south-infantry", "20"), ("north-hospital", "30"), ("south-helicopters", "75")]
    for (id, day) in firstFull {
      let chances = try timeline.entry(of: "needs", where: "need", is: id)["fullyCoveredBy"]
      for standard in ["20", "30", "60", "75"] {
        let isFull = (Int(standard) ?? 0) >= (Int(day) ?? 0)
        #expect(try chances[standard].number("probability") == (isFull ? 1 : 0), "\(id) by \(standard)")
      }
    }
    for (id, met) in [("north", 0.0), ("south", 1.0)] {
      let mission = try timeline.entry(of: "missions", where: "mission", is: id)
      #expect(try mission["standardMet"].number("probability") == met)
    }
  }

  @Test("Canning plants: every need is met, at a cost of 153.675")
  func canningPlants() throws {
    let plan = try Self.results(Command.scenario("canning-plants.json"))["allocation"]
    #expect(Self.agree(try plan["objective"].number("weightedGapDays"), 0))
    #expect(Self.agree(try plan["objective"].number("cost"), 153.675))
  }

  @Test("One battalion: chances, mean and median of a triangular law, within four standard errors")
  func oneBattalion() throws {
    let timeline = try Self.results(Command.scenario("small/one-battalion.json"))["timeline"]
    let need = try timeline.list("needs")[0]
    let chances: [String: Double] = ["30": 0, "45": 0.25, "60": 2.0 / 3, "90": 1]
    for (day, chance) in chances {
      let error = (chance * (1 - chance) / 10_000).squareRoot()
      let found = try need["fullyCoveredBy"][day].number("probability")
      #expect(abs(found - chance) <= 4 * error, "by day \(day)")
    }
    // Days are whole: what comes at time x is there on day ⌈x⌉, so the mean gap is E⌈T⌉ and not E T.
    let meanGap: Double = 30 + (15 - 1015.0 / 900) + 31_395.0 / 2700
    let gap = try need["gapDays"].number("mean")
    // The variance of ⌈T⌉ exceeds that of T by that of the rounding, at most a quarter.
    #expect(abs(gap - meanGap) <= 4 * (162.75 / 10_000).squareRoot())
    let arrival = try timeline.list("pledges")[0]["arrivalDay"]
    let mean = try arrival.number("mean")
    #expect(abs(mean - 55) <= 4 * (162.5 / 10_000).squareRoot())
    let quantiles: [String: Double] = ["p50": 54, "p80": 67, "p90": 74]
    for (key, day) in quantiles {
      // A sample quantile of 10,000 draws is at most half a day off here: one whole day with rounding up.
      let found = try arrival.number(key)
      #expect(abs(found - day) <= 1, "\(key)")
    }
    let standard = try timeline.list("missions")[0]["standardMet"].number("probability")
    #expect(abs(standard - 2.0 / 3) <= 4 * (2.0 / 9 / 10_000).squareRoot())
  }
}
