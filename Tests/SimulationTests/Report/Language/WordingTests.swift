import Simulation
import Testing

@Suite("English and French")
struct WordingTests {
  private let fr = Wording(.french)
  private let en = Wording(.english)

  @Test("French numbers have a decimal comma and narrow blanks that do not break between thousands")
  func numbers() {
    #expect(en.fixed(1_234_567.25, decimals: 1) == "1,234,567.2")
    #expect(fr.fixed(1_234_567.25, decimals: 1) == "1\u{202F}234\u{202F}567,2")
    #expect(fr.fixed(-1433.2, decimals: 1) == "-1\u{202F}433,2")
    #expect(fr.fixed(999, decimals: 0) == "999")
    #expect(fr.percent(0.0004, decimals: 1) == "<0,1")
    #expect(fr.roundedUp(0.12, decimals: 1) == "0,2")
    #expect(fr.grouped(32_877) == "32\u{202F}877")
    #expect(fr.fixed(.nan, decimals: 1) == "–")
  }

  @Test("Nothing, one and one and a half are singular in French, and only one is in English")
  func quantities() {
    #expect(
      [0, 1, 1.5, 2].map { en.quantity($0, .vehicles) } == [
        "0 vehicles", "1 vehicle", "1.5 vehicles", "2 vehicles",
      ])
    #expect(
      [0, 1, 1.5, 2].map { fr.quantity($0, .vehicles) } == [
        "0 véhicule", "1 véhicule", "1,5 véhicule", "2 véhicules",
      ])
    #expect(fr.quantity(850, .personnel) == "850 personnes")
    #expect(fr.quantity(3, nil) == "3")
    for measure in Capability.Measure.allCases {
      #expect(fr.noun(measure) != en.noun(measure))
      #expect(fr.noun(measure, isOne: true) != fr.noun(measure))
    }
  }

  @Test("Dates are written as each language writes them")
  func dates() throws {
    let first = try #require(CalendarDate(iso: "2018-08-01"))
    #expect(en.short(first) == "2018-08-01")
    #expect(fr.short(first) == "01/08/2018")
    #expect(en.long(first) == "1 August 2018")
    #expect(fr.long(first) == "1er août 2018")
    #expect(fr.long(first.advanced(byDays: 1)) == "2 août 2018")
  }

  @Test("French sets its signs apart with blanks that do not break; names that are put in stay as they are")
  func typography() {
    let name = "a : b « c »"
    #expect(
      fr(en: "", fr: "Plan : \(name) ; 5 % « oui » !")
        == "Plan\u{A0}: a : b « c »\u{202F}; 5\u{A0}% «\u{A0}oui\u{A0}»\u{202F}!")
    #expect(fr(en: "", fr: "12:30") == "12:30")
  }

  @Test("Several things are joined by the language's own word")
  func lists() {
    #expect(fr.list(["a", "b", "c"]) == "a, b et c")
    #expect(en.list(["a", "b"]) == "a and b")
    #expect(en.list([]).isEmpty)
    #expect(fr.count(0, en: ("need", "needs"), fr: ("besoin", "besoins")) == "0 besoin")
    #expect(en.count(0, en: ("need", "needs"), fr: ("besoin", "besoins")) == "0 needs")
  }
}
