import Simulation
import Testing

@Suite("A catalogue in the place of a scenario")
struct CatalogueAloneTests {
  private func messages(_ text: String) -> [String] { Fixture.issues(text).map(\.message) }

  @Test("A file that is there to be included is told as such, in one message")
  func catalogue() {
    let text = #"{"formatVersion": 1, "capabilities": [{"id": "h"}], "processes": {"csv": "none.csv"}}"#
    #expect(
      Fixture.issues(#"{"formatVersion": 1, "capabilities": [{"id": "h"}], "processes": []}"#).map(
        \.firstLine)
        == [
          "test.json:1:1: $: this file is a catalogue: it has lists of entries, but no id, dayZero and horizon; run a scenario that names it under \"include\""
        ])
    #expect(messages(text).count == 2)
  }

  @Test("A scenario that lacks some of its head is told what it lacks")
  func headless() {
    #expect(
      messages(#"{"formatVersion": 1, "id": "x", "missions": []}"#)
        == ["this key is required", "this key is required"])
    #expect(messages("{}").count == 4)
  }
}
