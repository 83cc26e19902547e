import Foundation
import Simulation
import Testing

@Suite("The report as a page")
struct ReportPageTests {
  private static func page(_ result: RunResult) throws -> String {
    ReportPage(result).html(try PageTemplates())
  }

  @Test("It loads nothing: a memory stick is enough")
  func selfContained() throws {
    let page = try Self.page(ManyRows.run(30))
    for outside in ["src=\"", "href=\"http", "url(", "@import", "<link", "<iframe"] {
      #expect(!page.contains(outside), "\(outside)")
    }
    #expect(page.contains("default-src 'none'"))
  }

  @Test("Names stay text, whatever they hold")
  func namesStayText() throws {
    let page = try Self.page(ManyRows.run(30))
    #expect(!page.contains("<script>alert"))
    #expect(page.contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; sons"))
    #expect(page.contains("وحدة هندسة"))
    #expect(page.contains("🚁 Squadron"))
  }

  @Test("Every cell of the map leads to the story of its need, and every need has one")
  func storiesAreThere() throws {
    let page = try Self.page(ManyRows.run(30))
    for number in 1...30 {
      #expect(page.contains("href=\"#need-\(number)\""))
      #expect(page.contains("<article class=\"story\" id=\"need-\(number)\""))
    }
    #expect(!page.contains("need-31"))
  }

  @Test("A story says what is required, who is sent, with what chance, and why not more")
  func story() throws {
    let page = try Self.page(ExampleRun.result)
    let story = try #require(
      page.components(separatedBy: "<article").dropFirst().first { $0.contains("MNORTH: Infantry") })
    #expect(story.contains("Required: 2 units from 15 November 2017, day 0 to day 360. Weight 1."))
    #expect(
      story.contains(
        "Angola: ago-company, 1 unit: planned for day 45, 30 December 2017, until day 360; there by day 48 in "
          + "half of all runs, by day 90 in 90 %; on time 37.1 (36.1–38.1) %, never 0.0 (0.0–0.1) %"))
    #expect(story.contains("ago-company cannot be there before day 45"))
    #expect(story.contains("<dt>Covered in the plan</dt><dd>44 %</dd>"))
  }

  /// The run with causes: of by-sea, which the companies of the north take, and of others.
  private static var heldUp: RunResult {
    var result = ExampleRun.result
    var voyage = Stage(id: "voyage")
    voyage.lift = "ships"
    voyage.gate = "camp"
    result.scenario.processes = [ProcessPlan(id: "by-sea", stages: [voyage])]
    result.scenario.pledges[0].process = "by-sea"
    result.scenario.gates = ["north", "south"].map {
      Gate(id: "\($0)-camp", kind: "camp", mission: $0, opening: .onDay(.fixed(90)))
    }
    func cause(_ kind: Cause.Kind, _ name: String, closing days: Double, mission: String? = nil) -> Cause {
      var cause = Cause(kind: kind, name: name)
      cause.gapDaysIfRemoved = Estimate(mean: -days, standardError: 2)
      cause.mission = mission
      return cause
    }
    var stage = cause(.stage, "voyage", closing: 90)
    stage.process = "by-sea"
    let units = ["ago-company", "other-company"].map { name in
      var unit = Cause(kind: .unit, name: name)
      unit.need = "north-company"
      unit.criticality = Estimate(mean: name == "ago-company" ? 0.62 : 0.38, standardError: 0.004)
      return unit
    }
    let causes = [
      stage, cause(.gate, "south-camp", closing: 70, mission: "south"),
      cause(.gate, "north-camp", closing: 60, mission: "north"), cause(.lift, "ships", closing: 40),
      cause(.lift, "planes", closing: 30), cause(.never, "", closing: 20),
      cause(.resource, "dock", closing: 3),
    ]
    result.timeline?.causes = TimelineCauses(replications: 1_024, causes: causes + units)
    return result
  }

  private static func stories(_ result: RunResult) throws -> [String] {
    try page(result).components(separatedBy: "<article").dropFirst().map {
      $0.components(separatedBy: "</article>")[0]
    }
  }

  @Test(
    "A day that too few runs see is said in words: the unit of which half never comes has no day of half its runs"
  )
  func neverSoOften() throws {
    var result = ExampleRun.result
    result.timeline?.pledges[0].arrivalQuantiles = [50: 48, 90: nil]
    result.timeline?.pledges[1].arrivalQuantiles = [50: nil, 90: nil]
    let page = try Self.page(result)
    #expect(page.contains("; there by day 48 in half of all runs, in fewer than 90 % by the end; on time"))
    #expect(page.contains("; there in fewer than half of all runs by the end; on time"))
  }

  @Test("A story says what holds up what is sent to it, and only that, and who comes last")
  func causes() throws {
    let stories = try Self.stories(Self.heldUp)
    let story = try #require(stories.first { $0.contains("MNORTH: Infantry") })
    for text in [
      "Stage: voyage (by-sea): its removal would close 90 ± 2 days of all gaps",
      "Gate: north-camp (MNORTH): its removal would close 60 ± 2 days",
      "Waiting for lift: ships: its removal would close 40 ± 2 days",
      "Angola: ago-company is the last to come in 62 ± 1 % of all runs",
    ] { #expect(story.contains("<li dir=\"auto\">\(text)"), "\(text) is not in \(story)") }
    // The other mission's gate, lift that it does not use, a chance that it does not run, and what is noise.
    for text in ["south-camp", "planes", "never come", "dock"] { #expect(!story.contains(text), "\(text)") }
    let helicopters = try #require(stories.first { $0.contains("MNORTH: Utility") })
    #expect(!helicopters.contains("What holds it up"))
  }

  @Test(
    "An inquiry has a page too: the answer first, then its figure and tables; nothing is promised that is not there"
  )
  func inquiries() throws {
    let progress = try Self.page(ManyRows.progress(3))
    #expect(
      progress.contains(
        "the share of today&#39;s weighted need that is met: on paper from 33 % to 100 %, in the plan from 17 % to "
          + "50 % and there on day 90 from 17 % to 50 %."))
    #expect(progress.contains("id=\"figure-progress\"") && progress.contains("id=\"progress\""))
    let comparison = try Self.page(ManyRows.comparison(3))
    #expect(comparison.contains("0 values differ; 3 of 3 figures move beyond noise."))
    #expect(
      comparison.contains("id=\"figure-compare-gaps\"") && comparison.contains("id=\"compare-results\""))
    for page in [progress, comparison] {
      #expect(!page.contains("href=\"#map\"") && !page.contains("href=\"#needs\""))
      #expect(page.contains("href=\"#summary\"") && page.contains("href=\"#figures\""))
    }
  }

  @Test("In French it is French, its decimals have commas, and it says so to programs that read it out")
  func french() throws {
    var result = ExampleRun.result
    result.language = .french
    let page = try Self.page(result)
    #expect(page.contains("<html lang=\"fr\""))
    for text in ["Où sont les écarts", "Qui est envoyé", "Copier en #", "37,1", "15 novembre 2017"] {
      #expect(page.contains(text), "\(text)")
    }
    for text in ["Who is sent", "Copy as", "Where the gaps are", "Covered in the plan"] {
      #expect(!page.contains(text), "\(text)")
    }
  }

  @Test("A plan without a timeline, and a run stopped before there was a plan, have pages too")
  func parts() throws {
    let plan = try Self.page(ExampleRun.planOnly)
    #expect(plan.contains("id=\"map\"") && !plan.contains("There on day"))
    var stopped = ExampleRun.planOnly
    stopped.allocation = nil
    stopped.interruptedIn = .build
    let page = try Self.page(stopped)
    #expect(page.contains("INTERRUPTED") && !page.contains("id=\"map\"") && page.contains("id=\"basis\""))
  }

  @Test("The same run gives the same page")
  func repeats() throws {
    #expect(try Self.page(ManyRows.run(30)) == Self.page(ManyRows.run(30)))
  }
}
