import Foundation
import Simulation
import Testing

@Suite("The scenario's schema")
struct SchemaTests {
  /// Numbers whose range hangs on other figures of the scenario.
  private static let relative: Set = ["$.horizon.periodDays", "$.allocation.pins[].units"]
  /// What is read elsewhere than with the entries.
  private static let elsewhere: Set = ["$.include", "$.include[]", "$.overrides.*"]

  private let schema: SchemaDocument
  private let record: ReadingRecord

  init() throws {
    schema = try SchemaDocument(ScenarioSchema.text)
    record = ReadingRecord.reading(Array(Fixture.whole.utf8))
    let opening = "\"opens\": \"2018-01-01\""
    let others =
      SchemaDocument.laws.map { (opening, "\"opens\": \($0)") } + [
        (#""except": ["gao"]"#, #""only": ["bamako"]"#), (#"{"deployment": 5500000}"#, #"{"perDay": 1}"#),
        (#""mission": "unmiss"}]}"#, #""need": "hospital"}]}"#),
      ]
    for (old, new) in others {
      try #require(Fixture.whole.contains(old))
      let text = Fixture.whole.replacingOccurrences(of: old, with: new)
      record.merge(ReadingRecord.reading(Array(text.utf8)))
    }
    // Evidence for each figure of each entry, in place of what there is.
    let evidence = "{\"source\": {\"x\": \"y\"}, \"assumption\": {\"x\": \"y\"}, "
    let text = ["id", "of", "recordedOn"].reduce(Fixture.whole) {
      $0.replacingOccurrences(of: "{\"\($1)\":", with: "\(evidence)\"\($1)\":")
    }
    record.merge(ReadingRecord.reading(Array(text.utf8)))
  }

  @Test("The schema that is shipped is the one that the command prints")
  func shipped() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Scenarios/scenario.schema.json")
    #expect(try Data(contentsOf: file) == Data(ScenarioSchema.text.utf8))
  }

  @Test("It allows the keys that the reader asks for, and no others")
  func keys() {
    for place in schema.objects {
      let notAsked: Set = ["notes", "include"]
      #expect(
        place.keys.subtracting(notAsked) == record.keys[place.path]?.subtracting(notAsked), "\(place.path)")
    }
    #expect(schema.objects.count == record.keys.keys.filter(isComparable).count)
  }

  @Test("It requires the keys that the reader requires")
  func required() {
    let required = record.required
    for place in schema.objects {
      #expect(place.required == required[place.path] ?? [], "\(place.path)")
      #expect(
        place.exclusive.map(Set.init) == record.exclusive[place.path]?.first.map(Set.init), "\(place.path)")
    }
  }

  @Test("It allows the types, names and ranges that the reader allows")
  func values() {
    for place in schema.values where !Self.elsewhere.contains(place.path) && !place.path.hasSuffix(".notes") {
      if Self.relative.contains(place.path) { continue }
      var read = record.values[place.path] ?? []
      // A day on which chance may decide is read as a plain one where it is a date.
      if read.contains("random day") { read.remove("day") }
      #expect(place.kinds == Set(read.flatMap(SchemaDocument.kinds)), "\(place.path)")
    }
  }

  /// The law of a length of time is that of a gate; it is compared there.
  private func isComparable(_ path: String) -> Bool {
    ![".days", ".cycleDays", ".delay", ".onDay"].contains { path.hasSuffix($0) || path.contains("\($0).") }
  }
}
