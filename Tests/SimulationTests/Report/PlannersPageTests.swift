import Simulation
import Testing

@Suite("The planner's page")
struct PlannersPageTests {
  @Test("The whole page of a made-up run looks as it was approved; its figures mean nothing")
  func golden() { #expect(PlannersPage(ExampleRun.result).text == Self.approved) }

  @Test("A plan alone leaves out what chance decides")
  func planAlone() {
    let page = PlannersPage(ExampleRun.planOnly).text
    for word in ["Chance", "P50", "Median", "There on day", "Seed"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("Planned gap"))
  }

  @Test("An interrupted run says so at the top and keeps its plan")
  func partial() {
    var result = ExampleRun.planOnly
    result.wantsTimeline = true
    result.interruptedIn = .simulate
    let page = PlannersPage(result).text
    #expect(page.contains("INTERRUPTED: only what was finished by then."))
    #expect(page.contains("Who is sent where"))
  }

  @Test("No line is wider than the page", arguments: [80, 100])
  func width(columns: Int) {
    for line in PlannersPage(ExampleRun.result, width: columns).text.split(separator: "\n") {
      #expect(DisplayText.width(String(line)) <= columns, "\(line)")
    }
  }

  @Test("A long identifier is broken at its hyphens")
  func hyphens() {
    let lines = DisplayText.wrapped("unmiss-rpf-battalion-ethiopia", width: 12)
    #expect(lines == ["unmiss-rpf-", "battalion-", "ethiopia"])
  }

  static let approved = """
    """
}
