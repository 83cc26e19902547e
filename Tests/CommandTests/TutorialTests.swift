import Foundation
import Testing

/// The tutorial, as a reader would follow it: its files, then its commands, one after the other.
@Suite("The tutorial")
struct TutorialTests {
  @Test("Every command of the tutorial runs on the files of the tutorial, and prints what stands there")
  func commandsRun() throws {
    let path = Command.root.appendingPathComponent("Documentation/Tutorial.md")
    let blocks = TutorialBlock.blocks(of: try String(contentsOf: path, encoding: .utf8))
    try Folder.with { folder in
      for block in blocks {
        guard block.isConsole else {
          _ = try Folder.write(block.lines.joined(separator: "\n") + "\n", to: block.file, in: folder)
          continue
        }
        try expectOutput(of: block, in: folder)
      }
      let tables = Folder.names(in: folder.appendingPathComponent("results"))
      #expect(tables.contains("gap-coverage.md") && tables.contains("results.json"))
    }
    #expect(blocks.filter(\.isConsole).count >= 5, "the tutorial's commands were not found")
  }

  private func expectOutput(of block: TutorialBlock, in folder: URL) throws {
    let words = try #require(block.command)
    let outcome = try Command.run(words.map { Self.placed($0, in: folder) })
    #expect(outcome.status == 0, "\(words): \(outcome.errors)")
    let printed = outcome.output.replacingOccurrences(of: folder.path + "/", with: "")
      .components(separatedBy: "\n").map(Self.trimmed)
    for line in block.lines.dropFirst() {
      #expect(printed.contains { $0.hasPrefix(Self.trimmed(line)) }, "\(words) does not print: \(line)")
    }
  }

  /// Names of files and folders are those of the test's folder.
  private static func placed(_ word: String, in folder: URL) -> String {
    word.hasSuffix(".json") || word == "results" ? folder.appendingPathComponent(word).path : word
  }

  private static func trimmed(_ line: String) -> String { line.trimmingCharacters(in: .whitespaces) }
}

/// A block of the tutorial: a file to be written, or a command with lines that it prints.
private struct TutorialBlock {
  let file: String
  let lines: [String]

  var isConsole: Bool { file.isEmpty }

  /// Its words after `$ simrun`.
  var command: [String]? {
    guard let first = lines.first, first.hasPrefix("$ simrun ") else { return nil }
    return first.dropFirst("$ simrun ".count).split(separator: " ").map(String.init)
  }

  static func blocks(of text: String) -> [TutorialBlock] {
    var blocks: [TutorialBlock] = []
    var open: (file: String, lines: [String])?
    for line in text.components(separatedBy: "\n") {
      if let block = open {
        if line == "```" {
          blocks.append(TutorialBlock(file: block.file, lines: block.lines))
          open = nil
        } else {
          open?.lines.append(line)
        }
      } else if line.hasPrefix("```") {
        open = (line.split(separator: " ").dropFirst().first.map(String.init) ?? "", [])
      }
    }
    return blocks
  }
}
