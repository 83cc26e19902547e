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
    #expect(page.contains("Who is sent where"))
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
    Two missions, made up
    Day 0 is 2017-11-15, 360 days are looked at. 2 missions, 4 needs, 3 pledges.

    Plan: Within 0.47 % of the best possible, proved.
    Weighted gap (days without cover, times weight): 912.5, and less than 908.2 is impossible.
    Cost of deployments and days there: US$ 12,340,000.
    The plan holds if every pledge keeps its word. What is there in time is a matter of chance, and said
    beside it.
    What holds it up was left out (--no-causes).

    How much of the weighted need is met
    ════════════════════════════════════
    Reading                Share, %
    ───────────────────  ──────────
    Pledged on paper     100.0
    Covered by the plan   63.4
    There on day 30       12.5 ±0.1
    There on day 90       33.3 ±0.3
    Needs are weighted by their own weight times their mission's. On paper: every pledge there
    throughout. Plan: every pledge keeps its word; mean over each need's days.
    There on day N: with delays and pledges that never come, N days after each need's first; ± one
    standard error.

    The worst gaps, by weight and days
    ══════════════════════════════════
                                                  In    Full by    Gap,
    Need                           Required  plan, %  day 90, %    days  Weight
    ──────────────────────────  ───────────  ───────  ─────────  ──────  ──────
    MNORTH: Utility helicopter  4 airframes       73      37 ±1  120 ±2     5.0
        Main reason: can-helicopter cannot be there before day 120
        Ask for: four utility helicopters for MNORTH from 15 December 2017
    MSOUTH: Level 2 hospital         1 unit        0       0     360 ±0     1.0
        Main reason: bel-hospital is not offered to south
        Ask for: one level 2 hospital for MSOUTH from the first day
    MNORTH: Infantry company        2 units       44       0     216 ±1     1.0
        Main reason: one company is left to send; also: comes too late
        Ask for: one infantry company for MNORTH from the first day

    Missions
    ════════
                                               Median day of
                                                covering, %
                            In  Median day of                  Standard,   Chance to
    Mission            plan, %  first arrival  25  50  75  90       days  meet it, %
    ─────────────────  ───────  ─────────────  ──  ──  ──  ──  ─────────  ──────────
    MNORTH, Northland       68             48  52   –   –   –         60           0
        Already short: already short by 12 women among contingent troops
    MSOUTH                  50              0   0   0   –   –         90           0
    Median day: half of all runs have come so far by then; – where they have not. Standard: every need
    full within so many days of its first.

    Needs by mission, the largest weighted gap first
    ════════════════════════════════════════════════
                                                            Chance of full cover by
                                               Covered, %            day, %
                                                  on    in                              Gap,
      Need                Weight     Required  paper  plan   30   60      90     180    days
      ──────────────────  ──────  ───────────  ─────  ────  ───  ───  ──────  ──────  ──────
    MNORTH, Northland
      Utility helicopter     5.0  4 airframes    100    73    0    0   37 ±1   64 ±1  120 ±2
          Main reason: can-helicopter cannot be there before day 120
          Ask for: four utility helicopters for MNORTH from 15 December 2017
      Infantry company       1.0      2 units    100    44    0    0    0       0     216 ±1
          Main reason: one company is left to send; also: comes too late
          Ask for: one infantry company for MNORTH from the first day
    MSOUTH
      Level 2 hospital       1.0       1 unit    100     0    0    0    0       0     360 ±0
          Main reason: bel-hospital is not offered to south
          Ask for: one level 2 hospital for MSOUTH from the first day
      Infantry company       1.0       1 unit    100   100  100  100  100     100       0 ±0
    On paper: if every pledge were there throughout. In plan: if every pledge keeps its word, mean over
    the need's days.
    Full cover by day N: reached at least once by then, N days after the need's first. A chance stands
    with its 95 % interval, and alone where the interval rounds to the same figure. Gap: days × missing
    share, ± one standard error.

    Who is sent where
    ═════════════════
                                                    Date           Day of arrival
                                                         arrival,                  Due  Leaves       On
      Pledge                        Sends     request        plan  plan  P50  P90  day     day  time, %
      ──────────────────────  ───────────  ──────────  ──────────  ────  ───  ───  ───  ──────  ───────
    MNORTH: Infantry company
      Angola: ago-company          1 unit  2017-11-15  2017-12-30    45   48   90   60     360    37 ±1
    MNORTH: Utility helicopter
      Canada: can-helicopter  4 airframes  2017-12-05  2018-03-15   120  125    –   90     360     0
    MSOUTH: Infantry company
      Angola: ago-company          1 unit    in place  2017-11-15     0    0    0   90     360   100
    Days are counted from 2017-11-15, which is day 0.
    P50 and P90: day by which it is there in 50 and 90 % of all runs; – where it is not.

    Pledges that the plan does not use
    ══════════════════════════════════
    Pledge                 Capability        Unused
    ─────────────────────  ────────────────  ──────
    Belgium: bel-hospital  Level 2 hospital  1 unit
        Main reason: bel-hospital is not offered to south

    What the figures rest on
    ════════════════════════
    2 of 15 entries rest on an assumption, at least in part: missions 0 of 2, needs 1 of 4, pledges 1 of
    3, capabilities 0 of 3, others 0 of 3. All of them, and all sources, are in the files of --out DIR.

    Assumes renewal: figures after the end of a mandate rest on its renewal: MNORTH from 2018-06-30 (day
    227).

    Notices
    ═══════
      - pledges.bel-hospital: no cost is given, taken as none

    Scenario example, sha256:0123abcd
    Seed 2017, 10000 replications. simrun 0.1.0, GLPK 5.0.

    """
}
