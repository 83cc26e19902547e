import Foundation
import Simulation
import Testing

@Suite("Writing files")
struct FileSetTests {
  @Test("All files of a set are written, and directories made for them")
  func written() throws {
    try Self.inDirectory { directory in
      var files = FileSet()
      files.add(path: directory + "/a/b/one.txt", text: "one\n")
      files.add(path: directory + "/two.txt", text: "")
      try files.write()
      #expect(try String(contentsOfFile: directory + "/a/b/one.txt", encoding: .utf8) == "one\n")
      #expect(Self.names(in: directory) == ["a", "a/b", "a/b/one.txt", "two.txt"])
    }
  }

  @Test("If one file cannot be written, none changes, and nothing temporary is left")
  func allOrNothing() throws {
    try Self.inDirectory { directory in
      try "before".write(toFile: directory + "/old.txt", atomically: false, encoding: .utf8)
      try "".write(toFile: directory + "/file", atomically: false, encoding: .utf8)
      var files = FileSet()
      files.add(path: directory + "/old.txt", text: "after")
      files.add(path: directory + "/new/deep/one.txt", text: "one")
      files.add(path: directory + "/file/two.txt", text: "two")
      let error = #expect(throws: CannotWrite.self) { try files.write() }
      #expect(error?.description == "cannot write \(directory)/file: Not a directory")
      #expect(try String(contentsOfFile: directory + "/old.txt", encoding: .utf8) == "before")
      #expect(Self.names(in: directory) == ["file", "old.txt"])
    }
  }

  @Test("A directory in the place of a file is left alone")
  func directoryInTheWay() throws {
    try Self.inDirectory { directory in
      var files = FileSet()
      files.add(path: directory + "/one.txt", text: "one")
      files.add(path: directory, text: "two")
      let error = #expect(throws: CannotWrite.self) { try files.write() }
      #expect(error?.cause == "Is a directory")
      #expect(Self.names(in: directory).isEmpty)
    }
  }

  @Test("A full disk is told, and the other files stay as they were")
  func fullDisk() throws {
    try Self.inDirectory { directory in
      var files = FileSet()
      files.add(path: directory + "/one.txt", text: "one")
      files.add(path: "/dev/full", text: "two")
      let error = #expect(throws: CannotWrite.self) { try files.write() }
      #expect(error == CannotWrite(path: "/dev/full", cause: "No space left on device"))
      #expect(Self.names(in: directory).isEmpty)
    }
  }

  @Test("A link keeps pointing where it did, and its target is written")
  func link() throws {
    try Self.inDirectory { directory in
      try "before".write(toFile: directory + "/real.txt", atomically: false, encoding: .utf8)
      try FileManager.default.createSymbolicLink(
        atPath: directory + "/link.txt", withDestinationPath: "real.txt")
      var files = FileSet()
      files.add(path: directory + "/link.txt", text: "after")
      try files.write()
      #expect(try String(contentsOfFile: directory + "/real.txt", encoding: .utf8) == "after")
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: directory + "/link.txt") == "real.txt")
    }
  }

  private static func inDirectory(_ body: (String) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory.path + "/simrun-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    try body(directory)
  }

  private static func names(in directory: String) -> [String] {
    (FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String } ?? []).sorted()
  }
}
