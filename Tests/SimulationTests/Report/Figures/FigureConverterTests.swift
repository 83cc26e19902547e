import Foundation
import Simulation
import Testing

@Suite("Figures as PDF")
struct FigureConverterTests {
  /// A folder with a converter that runs a script, and its path.
  private static func with(_ script: String, _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "converter-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(FigureConverter.program)
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    try body(folder.path)
  }

  @Test(
    "There is none where no folder of the search path has the program, or only one named from where we stand")
  func none() throws {
    try Self.with("exit 0") { folder in
      #expect(FigureConverter(searchPath: nil) == nil)
      #expect(FigureConverter(searchPath: "/nowhere:/nowhere-else") == nil)
      #expect(FigureConverter(searchPath: "/nowhere:\(folder)") != nil)
      let relative = "../" + folder.split(separator: "/").map { _ in "" }.joined(separator: "../")
      #expect(FigureConverter(searchPath: relative + folder) == nil)
    }
  }

  @Test("Each drawing goes in, and what comes out is its PDF, in the order of the drawings")
  func order() throws {
    try Self.with("printf '%%PDF '; cat") { folder in
      let converter = try #require(FigureConverter(searchPath: folder))
      let drawings = (0..<5).map { "<svg>\(String(repeating: "x", count: 100_000 * $0))\($0)</svg>" }
      let papers = converter.pdfs(of: drawings, threads: 2).map {
        $0.map { String(decoding: $0, as: UTF8.self) }
      }
      // It writes before it has read all: neither of the two may wait for the other for ever.
      #expect(papers == drawings.map { "%PDF " + $0 })
    }
  }

  @Test("What fails, or writes no PDF, gives none", arguments: ["exit 1", "echo no; exit 0", "kill -9 $$"])
  func failing(script: String) throws {
    try Self.with(script) { folder in
      let converter = try #require(FigureConverter(searchPath: folder))
      #expect(converter.pdfs(of: [String(repeating: "x", count: 200_000)], threads: 1) == [nil])
    }
  }

  @Test(
    "The real one makes the same PDF of the same figure every time", .enabled(if: FigureConverter() != nil))
  func real() throws {
    let converter = try #require(FigureConverter())
    let drawings = ManyRows.run(30).figures().map(\.svg)
    let (first, second) = (converter.pdfs(of: drawings, threads: 2), converter.pdfs(of: drawings, threads: 1))
    #expect(first == second)
    #expect(first.allSatisfy { $0.map { $0.starts(with: Array("%PDF".utf8)) } == true })
  }
}
