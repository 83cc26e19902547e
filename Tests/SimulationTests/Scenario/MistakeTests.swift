import Foundation
import Simulation
import Testing

/// One way to spoil the small scenario, and what the reader says of it: see `Mistakes.txt`.
struct Mistake: Sendable, CustomTestStringConvertible {
  var title: String
  var old = ""
  var new = ""
  var messages: [String] = []

  var testDescription: String { title }

  static let all: [Mistake] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Mistakes.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").reduce(into: []) { mistakes, line in
      let rest = String(line.dropFirst(2))
      switch line.prefix(2) {
      case "# ": mistakes.append(Mistake(title: rest))
      case "- ": mistakes[mistakes.count - 1].old = rest
      case "+ ": mistakes[mistakes.count - 1].new = rest
      case "> ": mistakes[mistakes.count - 1].messages.append(rest)
      default: break
      }
    }
  }()
}

@Suite("Mistakes in a scenario")
struct MistakeTests {
  @Test(
    "Each mistake is told with its place, its path, what is allowed and what was meant",
    arguments: Mistake.all)
  func message(mistake: Mistake) throws {
    let range = try #require(Fixture.small.firstRange(of: mistake.old))
    let issues = Fixture.issues(Fixture.small.replacingCharacters(in: range, with: mistake.new))
    #expect(issues.map { "\($0.line):\($0.column): \($0.path): \($0.message)" } == mistake.messages)
  }

  @Test("The list of mistakes is there")
  func list() { #expect(Mistake.all.count > 100) }

  @Test("All mistakes are told in one go, in the order of the file, each with its line and a caret")
  func together() throws {
    let text = """
      {"formatVersion": 1, "id": "x", "dayZero": "2017-11-15",
       "horizon": {"days": 0},
       "missions": [{"id": "minusma", "wieght": 2}],
       "needs": [{"id": "n", "mission": "minsuma", "capability": "hospital", "quantity": -1}]}
      """
    let rejected = try #require(throws: ScenarioRejected.self) { try Fixture.read(text) }
    #expect(
      rejected.description == """
        test.json:2:22: $.horizon.days: 0 is out of range; allowed: 1 to 36,500
             "horizon": {"days": 0},
                                 ^
        test.json:3:33: $.missions[0].wieght: unknown key; did you mean 'weight'?
             "missions": [{"id": "minusma", "wieght": 2}],
                                            ^
        test.json:4:35: $.needs[0].mission: no mission has the id 'minsuma'; did you mean 'minusma'?
             "needs": [{"id": "n", "mission": "minsuma", "capability": "hospital", "qu…
                                              ^
        test.json:4:60: $.needs[0].capability: no capability has the id 'hospital'
             "needs": [{"id": "n", "mission": "minsuma", "capability": "hospital", "quantity": -1}]}
                                                                       ^
        test.json:4:84: $.needs[0].quantity: -1 is out of range; allowed: above 0, at most 1,000,000,000,000
            …"mission": "minsuma", "capability": "hospital", "quantity": -1}]}
                                                                         ^
        """)
  }
}
