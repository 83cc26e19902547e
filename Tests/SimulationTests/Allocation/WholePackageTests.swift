import Simulation
import Testing

@Suite("Packages that come all or not at all")
struct WholePackageTests {
  /// A hospital's people and its equipment, pledged by two states, for one mission's two needs.
  private func hospital(_ change: (inout Scenario) -> Void = { _ in }) -> Scenario {
    var scenario = Scenario.bare(days: 90)
    for id in ["equipment", "staff"] {
      scenario.capabilities.append(Capability(id: id, name: id, measure: .units, category: .contingents))
      scenario.need("\(id)-need", capability: id)
    }
    scenario.pledge("doctors", capability: "staff", from: 10) { $0.personnel = 60 }
    scenario.pledge("tents", capability: "equipment") { $0.personnel = 20 }
    scenario.packages = [
      Package(
        id: "hospital", kind: .allOrNothing(offsetDays: ["doctors": 14]), members: ["doctors", "tents"])
    ]
    change(&scenario)
    return scenario
  }

  private func kinds(_ allocation: Allocation, _ need: String) -> [Reason.Kind] {
    allocation.needs.first { $0.need == need }?.reasons.map(\.kind) ?? []
  }

  @Test("All members start with the last that can, each by its days after the start")
  func days() throws {
    let allocation = try hospital().optimalPlan()
    // The doctors can be there on day 10: the start. Tents on that day, doctors 14 days later.
    #expect(allocation.assignments.map(\.pledge) == ["tents", "doctors"])
    #expect(allocation.assignments.map(\.arrivalDay) == [10, 24])
    #expect(allocation.assignments.map(\.package) == ["hospital", "hospital"])
    #expect(allocation.objective.weightedGapDays == 34)
    // The tents could have come on day 0 by themselves; so could the doctors on day 10.
    #expect(kinds(allocation, "equipment-need") == [.package])
    #expect(kinds(allocation, "staff-need") == [.package])
    #expect(
      allocation.needs[0].reasons[0].detail
        == "tents comes with hospital, which is sent whole, from day 10")
  }

  @Test("A member is not sent by itself where another serves no need of the mission")
  func notAlone() throws {
    let allocation = try hospital { $0.needs.removeAll { $0.id == "staff-need" } }.optimalPlan()
    #expect(allocation.assignments.isEmpty)
    #expect(kinds(allocation, "equipment-need") == [.package])
    #expect(
      allocation.needs[0].reasons[0].detail
        == "tents comes only with doctors, which no need of mission takes")
    #expect(allocation.unused.map(\.pledge) == ["doctors", "tents"])
    #expect(allocation.unused[1].reasons.map(\.kind) == [.package])
  }

  @Test("A member banned from its need keeps the whole package away")
  func ban() throws {
    let allocation = try hospital { $0.allocation.bans = [Ban(pledge: "doctors", need: "staff-need")] }
      .optimalPlan()
    #expect(allocation.assignments.isEmpty)
    #expect(kinds(allocation, "staff-need") == [.pin])
    #expect(kinds(allocation, "equipment-need") == [.package])
  }

  @Test("A pin of one member brings all of them, on days that fit its own")
  func pin() throws {
    let allocation = try hospital {
      $0.allocation.pins = [Pin(pledge: "doctors", need: "staff-need", units: 1, arrivalDay: 40)]
    }.optimalPlan()
    #expect(allocation.assignments.map(\.arrivalDay) == [26, 40])
  }

  @Test("A ceiling counts the people of the whole package")
  func ceiling() throws {
    let scenario = hospital {
      $0.missions[0].ceilings = [.military: 70]
      $0.packages[0].kind = .allOrNothing(offsetDays: [:])
    }
    let allocation = try scenario.optimalPlan()
    #expect(allocation.assignments.isEmpty)
    let reason = allocation.needs[0].reasons[0]
    #expect(reason.kind == .indivisible)
    #expect(reason.detail == "the military ceiling of mission leaves room for 70, hospital brings 80")
  }

  @Test("A member of several elements comes with all of them, to one need")
  func wholeMember() throws {
    let scenario = hospital {
      $0.pledges[1].quantity = 3
      $0.pledges[1].units = 3
      $0.need("more-equipment", 2, capability: "equipment") { $0.weight = 5 }
    }
    let allocation = try scenario.optimalPlan()
    let tents = allocation.assignments.filter { $0.pledge == "tents" }
    #expect(tents.map(\.need) == ["more-equipment"])
    #expect(tents.map(\.units) == [3])
    #expect(allocation.needs.first { $0.need == "equipment-need" }?.coverage == 0)
  }

  @Test("A package goes to one mission, the one where it closes more")
  func oneMission() throws {
    let scenario = hospital {
      $0.missions.append(Mission(id: "other", name: "Other"))
      $0.need("other-equipment", mission: "other", capability: "equipment") { $0.weight = 9 }
      $0.need("other-staff", mission: "other", capability: "staff")
    }
    let allocation = try scenario.optimalPlan()
    #expect(allocation.assignments.map(\.need) == ["other-equipment", "other-staff"])
    #expect(kinds(allocation, "equipment-need") == [.outweighed])
  }
}

@Suite("Packages that take turns")
struct TurnTests {
  /// Three aircraft in turn at one post: 30 days each, a week of hand-over.
  private func turns(overlap: Int = 7, _ change: (inout Scenario) -> Void = { _ in }) -> Scenario {
    var scenario = Scenario.bare(days: 120)
    scenario.need("post")
    for id in ["a", "b", "c"] {
      scenario.pledge(id) {
        $0.tourDays = 30
        $0.personnel = 50
      }
    }
    scenario.packages = [
      Package(id: "relay", kind: .rotation(overlapDays: overlap), members: ["b", "a", "c"])
    ]
    change(&scenario)
    return scenario
  }

  @Test("Each comes a week before the last leaves, in the order written")
  func overlap() throws {
    let allocation = try turns().optimalPlan()
    #expect(allocation.assignments.map(\.pledge) == ["a", "b", "c"])
    #expect(allocation.assignments.map(\.arrivalDay) == [23, 0, 46])
    #expect(allocation.assignments.map(\.untilDay) == [53, 30, 76])
    #expect(allocation.assignments.allSatisfy { $0.package == "relay" })
    // Three turns of 30 days with two weeks of overlap hold the post for 76 of 120 days.
    #expect(allocation.objective.weightedGapDays == 44)
  }

  @Test("A hand-over covers the post once, and both crews count against the ceiling")
  func handOver() throws {
    // In the first period both are there for 7 of 30 days: (30 + 7)/30 · 50 = 61.7 people. With room for 60
    // only the start of day 90 is left, which needs no second turn.
    let held = try turns { $0.missions[0].ceilings = [.military: 60] }.optimalPlan()
    #expect(held.assignments.map(\.pledge) == ["b"])
    #expect(held.assignments.map(\.arrivalDay) == [90])
    #expect(
      held.needs[0].reasons.first?.detail
        == "the military ceiling of mission leaves room for 60, relay brings 100")
    #expect(try turns { $0.missions[0].ceilings = [.military: 62] }.optimalPlan().assignments.count == 3)
    // One aircraft is required and no second is met by the overlap.
    let double = try turns { $0.needs[0].quantity = 2 }.optimalPlan()
    #expect(double.needs[0].cells.map(\.coverage) == [0.5, 0])
  }

  @Test("A member that can come only later leaves a hole, which is told")
  func hole() throws {
    let allocation = try turns { $0.pledges[0].from = 40 }.optimalPlan()
    #expect(allocation.assignments.map(\.arrivalDay) == [40, 0, 63])
    #expect(allocation.needs[0].cells.map(\.from) == [0, 30, 40, 93])
    #expect(allocation.needs[0].cells.map(\.coverage) == [1, 0, 1, 0])
    let reason = allocation.needs[0].reasons.first { $0.kind == .package }
    #expect(reason?.detail == "the turn of a in relay begins on day 40")
    #expect(reason?.pledges == ["a"])
  }

  @Test("Turns that would begin when the need is over are not sent")
  func over() throws {
    let allocation = try turns { $0.needs[0].until = 50 }.optimalPlan()
    #expect(allocation.assignments.map(\.pledge) == ["a", "b"])
    #expect(allocation.objective.weightedGapDays == 0)
    #expect(allocation.unused.map(\.pledge) == ["c"])
    #expect(allocation.unused[0].reasons.map(\.kind) == [.package])
  }

  @Test("Where one cannot take the turn that falls to it, nobody is sent before it is no longer needed")
  func impossible() throws {
    let allocation = try turns { $0.pledges[0].until = 23 }.optimalPlan()
    #expect(allocation.assignments.map(\.pledge) == ["b"])
    #expect(allocation.assignments.map(\.arrivalDay) == [90])
    #expect(allocation.needs[0].reasons.first?.kind == .package)
    #expect(
      allocation.needs[0].reasons.first?.detail
        .hasPrefix("b comes with relay, which is sent whole, from day 90") == true)
  }

  @Test("The order of the members matters, that of the pledges in the file does not")
  func order() throws {
    let scenario = turns()
    var other = scenario
    other.packages[0].members = ["a", "b", "c"]
    #expect(try scenario.optimalPlan() != other.optimalPlan())
    #expect(try scenario.optimalPlan() == scenario.optimalPlan())
  }
}
