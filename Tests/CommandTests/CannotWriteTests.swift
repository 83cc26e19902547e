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

  /// Every file of a folder with what is in it.
  private static func contents(of folder: URL) -> [String: Data] {
    Dictionary(
      uniqueKeysWithValues: Folder.names(in: folder).map { name in
        let path = folder.appendingPathComponent(name).path
        return (name, FileManager.default.contents(atPath: path) ?? Data())
      })
  }

  @Test("What else lies in the folder of results stays, and results of before are replaced")
  func otherFiles() throws {
    try Folder.with { folder in
      _ = try Folder.write("mine", to: "notes.txt", in: folder)
      _ = try Folder.write("of before", to: "report.html", in: folder)
      #expect(try Command.run(Self.scenario, "--out", folder.path, "--quiet").status == 0)
      let files = Self.contents(of: folder)
      #expect(files["notes.txt"] == Data("mine".utf8))
      #expect(files["report.html"].map { $0.starts(with: Data("<!DOCTYPE html>".utf8)) } == true)
    }
  }

  @Test(
    "A disk that fills up on the way is told, and the results of before are whole",
    .enabled(if: SmallDisk.canBeMade, "no file system can be mounted here"))
  func fullDisk() throws {
    try SmallDisk.with(kilobytes: 100) { folder in
      let out = folder.appendingPathComponent("out")
      try FileManager.default.createDirectory(at: out, withIntermediateDirectories: false)
      for name in ["report.html", "headline.csv", "notes.txt"] {
        _ = try Folder.write("before \(name)", to: name, in: out)
      }
      let before = Self.contents(of: out)
      let outcome = try Command.run(Self.scenario, "--out", out.path)
      #expect(outcome.status == 73 && outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix("simrun: cannot write \(out.path)/"), "\(outcome.errors)")
      #expect(outcome.errors.hasSuffix(": No space left on device\n"), "\(outcome.errors)")
      #expect(Self.contents(of: out) == before)
    }
  }

  @Test(
    "A disk that takes no writing is told, and the results of before are whole",
    .enabled(if: SmallDisk.canBeMade, "no file system can be mounted here"))
  func sealedDisk() throws {
    try SmallDisk.with(kilobytes: 4_000) { folder in
      _ = try Folder.write("before", to: "report.html", in: folder)
      try #require(SmallDisk.seal(folder))
      let outcome = try Command.run(Self.scenario, "--out", folder.path)
      #expect(outcome.status == 73 && outcome.output.isEmpty)
      #expect(outcome.errors.hasSuffix(": Read-only file system\n"), "\(outcome.errors)")
      #expect(Self.contents(of: folder) == ["report.html": Data("before".utf8)])
    }
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
