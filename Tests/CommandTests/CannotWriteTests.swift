import Foundation
import Testing

@Suite("Output that cannot be written")
struct CannotWriteTests {
  static let scenario = Command.scenario("small/two-missions.json")
  static let hasFullDevice = FileManager.default.fileExists(atPath: "/dev/full")

  @Test("A full disk behind standard output is told", .enabled(if: hasFullDevice))
  func fullOutput() throws {
    for arguments in [[], ["--json", "-"]] {
      let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
      let outcome = try Command.started([Self.scenario] + arguments, output: full).finished()
      #expect(outcome.status == 73)
      #expect(outcome.errors == "simrun: cannot write standard output: No space left on device\n")
    }
  }

  @Test("A full disk behind a file is told", .enabled(if: hasFullDevice))
  func fullFile() throws {
    let outcome = try Command.run(Self.scenario, "--json", "/dev/full")
    #expect(outcome.status == 73)
    #expect(outcome.errors.contains("cannot write /dev/full: No space left on device"))
  }

  @Test("A file in the way of the directory stays as it was")
  func fileInTheWay() throws {
    try Folder.with { folder in
      let file = try Folder.write("mine", to: "out", in: folder)
      let outcome = try Command.run(Self.scenario, "--out", file)
      #expect(outcome.status == 73)
      #expect(outcome.errors.contains("cannot write \(file)"), "\(outcome.errors)")
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
      #expect(Folder.names(in: folder) == ["out"])
    }
  }

  @Test("A directory in the place of one of the files leaves all others as they were")
  func directoryInTheWay() throws {
    try Folder.with { folder in
      let taken = folder.appendingPathComponent("reasons.csv")
      try FileManager.default.createDirectory(at: taken, withIntermediateDirectories: false)
      let outcome = try Command.run(Self.scenario, "--out", folder.path)
      #expect(outcome.status == 73)
      #expect(outcome.output.isEmpty)
      #expect(Folder.names(in: folder) == ["reasons.csv"])
    }
  }

  @Test(
    "A place where nothing can be made is told",
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self")))
  func readOnly() throws {
    let outcome = try Command.run(Self.scenario, "--out", "/proc/simrun-out", "--quiet")
    #expect(outcome.status == 73)
    #expect(outcome.errors.hasPrefix("simrun: cannot write /proc/simrun-out"), "\(outcome.errors)")
  }

  @Test("A reader who wants no more is no failure", arguments: [[], ["--json", "-"]])
  func closedPipe(arguments: [String]) throws {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let outcome = try Command.started([Self.scenario] + arguments, output: pipe).finished()
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
  }
}
