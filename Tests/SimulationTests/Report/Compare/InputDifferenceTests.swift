import Simulation
import Testing

@Suite("What differs in two scenarios")
struct InputDifferenceTests {
  private func differences(_ first: String, _ second: String) -> [String] {
    InputDifferences.between(first, second).map { "\($0.path): \($0.first ?? "-") > \($0.second ?? "-")" }
  }

  @Test("A changed value is told by its path, in any order of keys and entries")
  func changed() {
    let first =
      #"{"pledges": [{"id": "a", "quantity": 2, "cost": {"perDay": 5}}, {"id": "b", "quantity": 1}]}"#
    let second =
      #"{"pledges": [{"quantity": 1, "id": "b"}, {"id": "a", "cost": {"perDay": 6}, "quantity": 2}]}"#
    #expect(differences(first, second) == ["pledges.a.cost.perDay: 5 > 6"])
    #expect(differences(first, first).isEmpty)
  }

  @Test("An entry that only one has is one difference, whatever stands in it")
  func entries() {
    let first = #"{"pledges": [{"id": "a", "quantity": 2, "units": 1}], "needs": [{"id": "n", "from": 0}]}"#
    let second =
      #"{"pledges": [{"id": "b", "quantity": 2}], "needs": [{"id": "n", "from": 0, "until": "2018-01-01"}]}"#
    #expect(
      differences(first, second) == ["needs.n.until: - > 2018-01-01", "pledges.a: a > -", "pledges.b: - > b"])
  }

  @Test("Lists of plain values are one value; titles, notes and overrides change no figure and are not told")
  func silent() {
    let first =
      #"{"title": "A", "notes": "x", "needs": [{"id": "n", "enabledBy": ["a"]}], "overrides": {"x": {}}}"#
    let second =
      #"{"title": "B", "needs": [{"id": "n", "enabledBy": ["a", "b"]}], "simulation": {"seed": 1}}"#
    #expect(differences(first, second) == ["needs.n.enabledBy: [a] > [a, b]", "simulation: - > {seed: 1}"])
  }
}
