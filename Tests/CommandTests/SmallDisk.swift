import Foundation

/// A file system of a test's own, of a few kilobytes, where this machine lets us mount one.
enum SmallDisk {
  static let canBeMade = (try? with(kilobytes: 64) { _ in true }) == true

  private struct CannotMount: Error {}

  static func with<Value>(kilobytes: Int, _ body: (URL) throws -> Value) throws -> Value {
    try Folder.with { folder in
      guard run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", folder.path) else {
        throw CannotMount()
      }
      defer { _ = run("umount", folder.path) }
      return try body(folder)
    }
  }

  /// Lets nothing more be written to it.
  static func seal(_ folder: URL) -> Bool { run("mount", "-o", "remount,ro", folder.path) }

  private static func run(_ words: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
