import Simulation
import Testing

@Suite("The text of a scenario file")
struct BrokenTextTests {
  private func problem(_ bytes: [UInt8]) -> String {
    do throws(ScenarioRejected) {
      _ = try ScenarioFile.read(bytes: bytes, name: "x")
      return "none"
    } catch {
      return error.issues.map { "\($0.line):\($0.column): \($0.message)" }.joined(separator: "\n")
    }
  }

  private func problem(_ text: String) -> String { problem(Array(text.utf8)) }

  @Test(
    "A text that is not JSON gets one message with its place and what was expected",
    arguments: [
      ("", "0:0: the file is empty"),
      (" \n", "2:1: expected a value, but the file ends"),
      ("[]", "1:1: expected an object in braces, found a list"),
      ("{} x", "1:4: expected nothing more after the scenario, found 'x'"),
      ("{\n", "2:1: the file ends inside the object; it began on line 1"),
      ("{\"a\":\n[1,\n", "3:1: the file ends inside the list; it began on line 2"),
      ("{\"a\"}", "1:5: expected ':' after the key 'a', found '}'"),
      ("{,}", "1:2: expected a key in double quotes or '}', found ','; it began on line 1"),
      ("{\"a\": -}", "1:8: expected a digit, found '}'"),
      ("{\"a\": 1.}", "1:9: expected a digit after the decimal point, found '}'"),
      ("{\"a\": 1e}", "1:9: expected a digit in the exponent, found '}'"),
      ("{\"a\": 0x10}", "1:8: expected ',' or '}' in the object, found 'x10'; it began on line 1"),
      ("{\"a\": Infinity}", "1:7: 'Infinity' is not a number a scenario may hold; numbers are finite"),
      ("{\"a\": \"\u{1}\"}", "1:8: the control character 0x1 inside a text; write it as \\u00XX"),
      ("{\"a\": \"\\u12\"}", "1:8: expected four hexadecimal digits after '\\u'"),
      ("{\"a\": \"\\udc00\"}", "1:8: half a surrogate pair; write the character itself or both halves"),
      (
        "{\"a\": \"\\ud83d\\u0041\"}", "1:8: half a surrogate pair; write the character itself or both halves"
      ),
      ("{\"a\": 1 / 2}", "1:9: expected a comment ('//' or '/*') after '/'"),
      ("{\"a\": é}", "1:7: expected a value, found 'é'"),
    ])
  func notJSON(text: String, expected: String) { #expect(problem(text) == expected) }

  @Test("Bytes that are not UTF-8 are refused with their place")
  func encoding() {
    let prefix = Array("{\"é\": \"".utf8)
    #expect(problem(prefix + [0xC3, 0x28]) == "1:8: the byte 0xC3 is not UTF-8; save the file as UTF-8")
    for bad in [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]] as [[UInt8]] {
      #expect(problem(prefix + bad).contains("is not UTF-8"))
    }
    #expect(problem([0xFF, 0xFE, 0x7B, 0x00]) == "1:1: the file is in UTF-16; save it as UTF-8")
  }

  @Test(
    "A file that is no UTF-8 throughout is told so in one line, without showing what no terminal can",
    arguments: [
      ([0xFF, 0xFE, 0x7B, 0, 0x0A, 0, 0x7D, 0], "UTF-16"),
      ([0xFE, 0xFF, 0, 0x7B, 0, 0x0A, 0, 0x7D], "UTF-16"),
      ([0x7B, 0, 0x7D, 0], "UTF-16"), ([0, 0x7B, 0, 0x7D], "UTF-16"),
      ([0xFF, 0xFE, 0, 0, 0x7B, 0, 0, 0], "UTF-32"),
    ] as [([UInt8], String)])
  func wideText(bytes: [UInt8], name: String) {
    let rejected = #expect(throws: ScenarioRejected.self) {
      try ScenarioFile.read(bytes: bytes, name: "x.json")
    }
    #expect(rejected?.description == "x.json:1:1: the file is in \(name); save it as UTF-8")
  }

  @Test("Nesting of a hundred thousand levels is refused, not a crash")
  func nesting() {
    #expect(problem(String(repeating: "[", count: 100_000)) == "1:129: nested deeper than 128 levels")
    let deepest = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    #expect(problem(deepest) == "1:1: expected an object in braces, found a list")
    let objects = String(repeating: "{\"a\":", count: 100_000)
    #expect(problem(objects).hasSuffix("nested deeper than 128 levels"))
  }

  @Test("Columns count characters, not bytes, whatever the line ends with")
  func columns() {
    #expect(problem("{\r\n  \"título\": 1,\r\n  \"día\": x}") == "3:10: expected a value, found 'x'")
    #expect(problem("\u{FEFF}{x}").hasPrefix("1:2: expected a key"))
    #expect(problem("{\"日本\": \"🚁\", x}").hasPrefix("1:13: expected a key"))
  }

  @Test("A key that stands twice is told with both places, among many keys too")
  func duplicateKeys() {
    let keys = (0..<1_000).map { "\"key\($0)\": 1" }.joined(separator: ",\n")
    #expect(problem("{\(keys),\n\"key7\": 2}").contains("1001:1: the key 'key7' is already used (line 8)"))
  }

  @Test("A number of any length is read to the nearest or refused")
  func numbers() {
    func quantity(_ raw: String) -> Double? {
      let text = Fixture.small.replacing("\"quantity\": 2},", with: "\"quantity\": \(raw)},")
      return try? Fixture.read(text).scenario.needs.first { $0.id == "medevac" }?.quantity
    }
    for raw in [
      "0.1", "1e-5", "123456789.12345678", "0.30000000000000004", "900719925474.0993", "1E+3", "5.0",
    ] {
      #expect(quantity(raw) == Double(raw), "\(raw)")
    }
    #expect(quantity("1e-400") == nil)
    #expect(quantity("1" + String(repeating: "0", count: 200)) == nil)
  }

  @Test("Escapes are the characters they stand for")
  func escapes() throws {
    let title = #""title": "a\"\\\/\n\t\u00e9\ud83d\ude81","#
    let text = Fixture.small.replacing("\"id\": \"small\",", with: "\"id\": \"small\", \(title)")
    #expect(try Fixture.read(text).scenario.title == "a\"\\/\n\té🚁")
  }
}
