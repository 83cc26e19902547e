import Simulation
import Testing

@Suite("Numbers for readers")
struct NumberTextTests {
  @Test(
    "A share that is not nothing is not printed as 0, and one that is not all is not printed as 100",
    arguments: [
      (0.0, "0"), (1e-12, "0"), (0.0049, "<1"), (0.005001, "1"), (0.5, "50"), (0.994, "99"), (0.996, ">99"),
      (1 - 1e-12, "100"), (1, "100"),
    ])
  func shares(share: Double, text: String) { #expect(NumberText.percent(share) == text) }

  @Test("With one decimal the same rule holds for tenths")
  func shareTenths() {
    #expect(NumberText.percent(0.0004, decimals: 1) == "<0.1")
    #expect(NumberText.percent(0.9996, decimals: 1) == ">99.9")
    #expect(NumberText.percent(0.1234, decimals: 1) == "12.3")
  }

  @Test("A standard error is rounded up, and one that is nothing stays nothing")
  func errorsUp() {
    #expect(NumberText.roundedUp(0.01, decimals: 1) == "0.1")
    #expect(NumberText.roundedUp(0.30000000000000004, decimals: 1) == "0.3")
    #expect(NumberText.roundedUp(0, decimals: 1) == "0.0")
    #expect(NumberText.roundedDown(99.96, decimals: 1) == "99.9")
  }

  @Test("Zero has no sign, and what is no number is a dash")
  func oddNumbers() {
    #expect(NumberText.fixed(-0.04, decimals: 1) == "0.0")
    #expect(NumberText.fixed(.nan, decimals: 1) == "–")
    #expect(NumberText.percent(.infinity) == "–")
    #expect(NumberText.exact(.nan) == nil)
  }

  @Test(
    "Exact digits lead back to the same number",
    arguments: [0.1, 1.0 / 3, 4, -0.0, 1e300, .leastNonzeroMagnitude, 912.5])
  func exactDigits(value: Double) throws {
    let text = try #require(NumberText.exact(value))
    #expect(Double(text) == value)
    #expect(!text.hasSuffix(".0"))
  }

  @Test("One is singular")
  func singular() {
    #expect(Wording.english.quantity(1, .airframes) == "1 airframe")
    #expect(Wording.english.quantity(1.5, .units) == "1.5 units")
    #expect(Wording.english.quantity(1, .personnel) == "1 person")
    #expect(Wording.english.quantity(850, .personnel) == "850 people")
  }

  @Test("A chance shows its interval unless it rounds to the chance itself")
  func chances() {
    #expect(ExampleRun.never.compactText == "0")
    #expect(ExampleRun.always.compactText == "100")
    #expect(ExampleRun.maybe.compactText == "37 ±1")
    #expect(Chance(probability: 0, low: 0, high: 0.037).compactText == "0 +4")
    #expect(Chance(probability: 1, low: 0.963, high: 1).compactText == "100 −4")
    #expect(Chance(probability: 0.003, low: 0.001, high: 0.009).compactText == "<1")
    #expect(Chance(probability: 0.003, low: 0.001, high: 0.019).compactText == "<1 +2")
    #expect(Chance(probability: 0.3, low: 0.2, high: 0.45).compactText == "30 ±15")
    #expect(ExampleRun.maybe.paperText(decimals: 1) == "37.1 (36.1–38.1)")
    #expect(ExampleRun.never.paperText(decimals: 1) == "0.0 (0.0–0.1)")
    #expect(ExampleRun.maybe.paperText(decimals: 0) == "37 (36–39)")
  }
}
