import Simulation
import Testing

@Suite("Reasons in a line")
struct ReasonTextTests {
  @Test("The first reason is told, and the kinds of the others are named once")
  func main() {
    let late = Reason(kind: .late, detail: "a can be there from day 5, the first of 2")
    let ceiling = Reason(kind: .ceiling, detail: "the ceiling of north leaves room for 20")
    #expect(ReasonText(.english).main(of: []) == nil)
    #expect(ReasonText(.english).main(of: [ceiling]) == "the ceiling of north leaves room for 20")
    #expect(ReasonText(.english).main(of: [late]) == "a can be there from day 5, the first of 2")
    #expect(
      ReasonText(.english).main(of: [ceiling, late, late, Reason(kind: .caveat, detail: "x")])
        == "the ceiling of north leaves room for 20; also: comes too late, held back by a caveat")
    #expect(ReasonText(.english).main(of: [Reason(kind: .nobody, detail: "")]) == "nobody pledged it")
  }

  @Test("Large sums are read in thousands", arguments: [(0.0, "0"), (999, "999"), (1000, "1,000")])
  func grouped(value: Double, text: String) { #expect(NumberText.grouped(value) == text) }

  @Test("Commas stand between thousands, whatever the sign")
  func groupedMore() {
    #expect(NumberText.grouped(1_560_000) == "1,560,000")
    #expect(NumberText.grouped(-123_456.4) == "-123,456")
    #expect(NumberText.grouped(912.54) == "912.5")
    #expect(NumberText.grouped(999.99) == "1,000")
    #expect(NumberText.grouped(.infinity) == "–")
  }

  @Test(
    "What no plan goes below is never rounded up",
    arguments: [(32_564.68, "32,564"), (32_565, "32,565"), (7.99, "7.9"), (999.97, "999"), (0, "0")])
  func groupedDown(value: Double, text: String) { #expect(NumberText.groupedDown(value) == text) }
}
