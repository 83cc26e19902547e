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
