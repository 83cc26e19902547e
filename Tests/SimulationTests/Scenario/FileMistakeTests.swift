import Foundation
import Simulation
import Testing

/// One way to spoil a scenario of several files, and what the reader says of it: see `FileMistakes.txt`.
struct FileMistake: Sendable, CustomTestStringConvertible {
  var title: String
  var file = ""
  var old = ""
  var new = ""
  var messages: [String] = []

  var testDescription: String { title }

  static let all: [FileMistake] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "FileMistakes.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").reduce(into: []) { mistakes, line in
      let rest = String(line.dropFirst(2)).replacing("⏎", with: "\n")
      switch line.prefix(2) {
      case "# ": mistakes.append(FileMistake(title: rest))
      case "@ ": mistakes[mistakes.count - 1].file = rest
      case "- ": mistakes[mistakes.count - 1].old = rest
      case "+ ": mistakes[mistakes.count - 1].new = rest
      case "> ": mistakes[mistakes.count - 1].messages.append(rest)
      default: break
      }
    }
  }()
}

@Suite("Mistakes in a scenario of several files")
struct FileMistakeTests {
  @Test(
    "Each mistake is told with its file, its row and column, and what is allowed", arguments: FileMistake.all)
  func message(mistake: FileMistake) throws {
    var files = Fixture.split
    let text = try #require(files[mistake.file])
    let range = try #require(text.firstRange(of: mistake.old))
    files[mistake.file] = text.replacingCharacters(in: range, with: mistake.new)
    #expect(Fixture.issues(files) == mistake.messages)
  }

  @Test("The list of mistakes is there")
  func list() { #expect(FileMistake.all.count > 40) }

  @Test("A mistake in a spreadsheet is shown with its line and a caret")
  func excerpt() throws {
    var files = Fixture.split
    files["mine/needs.csv"] =
      "id,mission,capability,quantity\r\n\"medevac\",minusma,utility-helicopter,many\r\n"
    let rejected = try #require(throws: ScenarioRejected.self) { try Fixture.read(files) }
    #expect(
      rejected.description == """
        mine/needs.csv:2:38: row 2, column 4 'quantity': expected a number, written with a decimal point and \
        without separators such as 1234.5, found 'many'
            "medevac",minusma,utility-helicopter,many
                                                 ^
        """)
  }

  @Test("A spreadsheet in another encoding or with old line ends is refused with the reason")
  func encoding() {
    var files = Fixture.split.mapValues { Array($0.utf8) }
    func message(_ bytes: [UInt8]) -> [String] {
      files["mine/needs.csv"] = bytes
      do throws(ScenarioRejected) {
        let top = files["mine/scenario.json"] ?? []
        _ = try ScenarioFile.read(bytes: top, name: "mine/scenario.json", files: files)
        return []
      } catch {
        return error.issues.map(\.firstLine)
      }
    }
    #expect(
      message([0xFF, 0xFE, 0x69, 0x00]) == [
        "mine/needs.csv:1:1: the file is in UTF-16; save it as UTF-8"
      ])
    #expect(
      message([0x50, 0x4B, 3, 4, 0x14]) == [
        "mine/needs.csv:1:1: the file is a workbook or another packed file, not a text; save its sheet as CSV in UTF-8"
      ])
    #expect(
      message(Array("id,name\nx,Caf".utf8) + [0xE9])
        == ["mine/needs.csv:2:6: the byte 0xE9 is not UTF-8; save the file as UTF-8"])
    #expect(
      message(Array("id,mission\rmedevac,minusma\r".utf8)) == [
        "mine/needs.csv:1:11: row 1, column 2: a line ends in a bare carriage return; save the file with line ends LF or CR LF"
      ])
  }
}
