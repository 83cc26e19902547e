import Simulation
import Testing

@Suite("Texts in two languages")
struct BilingualTextTests {
  @Test("A page in French has the French text, data files and messages the English one")
  func both() {
    let text = BilingualText(en: "north: too late", fr: "north : trop tard")
    #expect(Wording(.french)(text) == "north\u{A0}: trop tard")
    #expect(Wording(.english)(text) == "north: too late")
    #expect("\(text)" == "north: too late")
  }

  @Test("A name is the same in both")
  func name() {
    let name = BilingualText(name: "can-c130 : x")
    #expect(name.english == name.french && name == "can-c130 : x")
  }
}
