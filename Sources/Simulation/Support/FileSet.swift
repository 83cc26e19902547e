internal import Foundation

// `stat` belongs to whichever of the C library's modules the compiler reads first; on Linux this may be one.
#if canImport(CDispatch)
  internal import CDispatch
#endif

/// Files that are written all or not at all.
///
/// Each is first written whole beside its target under a temporary name; only when all are written do they
/// take their names. What stood there before stays as it was until then, and for good if anything fails.
/// A target that is a device or a pipe is written to directly.
public struct FileSet: Sendable {
  private enum Content: Sendable {
    case text(String)
    case bytes([UInt8])
  }

  private var files: [(path: String, content: Content)] = []

  public init() {}

  public var isEmpty: Bool { files.isEmpty }

  public mutating func add(path: String, text: String) { files.append((path, .text(text))) }

  public mutating func add(path: String, bytes: [UInt8]) { files.append((path, .bytes(bytes))) }

  /// Writes them.
  ///
  /// - Throws: ``CannotWrite``; then no file has changed and no directory made here is left.
  public func write() throws(CannotWrite) {
    var directories: [String] = []
    var staged: [(temporary: String, target: String)] = []
    do throws(CannotWrite) {
      for file in files {
        let target = try prepared(file.path, &directories)
        if Self.isDeviceOrPipe(target) { continue }
        staged.append((try Self.stage(file.content, at: target), target))
      }
      for file in files where Self.isDeviceOrPipe(file.path) { try Self.send(file.content, to: file.path) }
      for file in staged where !Temporaries.rename(file.temporary, to: file.target) {
        throw CannotWrite(path: file.target, cause: systemErrorText())
      }
    } catch {
      for file in staged { Temporaries.remove(file.temporary) }
      for directory in directories.reversed() { _ = rmdir(directory) }
      throw error
    }
  }

  /// The path to write to, links followed, with its directory made.
  private func prepared(_ path: String, _ made: inout [String]) throws(CannotWrite) -> String {
    let directory = (path as NSString).deletingLastPathComponent
    if !directory.isEmpty { try Self.makeDirectory(directory, &made) }
    var facts = stat()
    guard stat(path, &facts) == 0 else { return path }
    if facts.st_mode & S_IFMT == S_IFDIR { throw CannotWrite(path: path, cause: systemErrorText(EISDIR)) }
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func makeDirectory(_ path: String, _ made: inout [String]) throws(CannotWrite) {
    var facts = stat()
    if stat(path, &facts) == 0 {
      guard facts.st_mode & S_IFMT == S_IFDIR else {
        throw CannotWrite(path: path, cause: systemErrorText(ENOTDIR))
      }
      return
    }
    let parent = (path as NSString).deletingLastPathComponent
    if !parent.isEmpty, parent != path { try makeDirectory(parent, &made) }
    guard mkdir(path, 0o777) == 0 else {
      if errno == EEXIST { return }
      throw CannotWrite(path: path, cause: systemErrorText())
    }
    made.append(path)
  }

  private static func isDeviceOrPipe(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT != S_IFREG
  }

  private static func stage(_ content: Content, at target: String) throws(CannotWrite) -> String {
    guard let file = Temporaries.make(beside: target) else {
      throw CannotWrite(path: target, cause: systemErrorText())
    }
    // Some file systems report a full disk only when the file is closed.
    let failure = write(content, to: file.descriptor)
    let closed = close(file.descriptor) == 0
    guard failure == nil, closed else {
      let cause = systemErrorText(failure ?? errno)
      Temporaries.remove(file.path)
      throw CannotWrite(path: target, cause: cause)
    }
    return file.path
  }

  private static func write(_ content: Content, to descriptor: Int32) -> Int32? {
    switch content {
    case .text(let text): FileDescriptorWriter.write(text, to: descriptor)
    case .bytes(let bytes): FileDescriptorWriter.write(bytes, to: descriptor)
    }
  }

  private static func send(_ content: Content, to path: String) throws(CannotWrite) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CannotWrite(path: path, cause: systemErrorText()) }
    defer { close(descriptor) }
    if let failure = write(content, to: descriptor) {
      throw CannotWrite(path: path, cause: systemErrorText(failure))
    }
  }
}

/// A file, or standard output, that cannot be written.
public struct CannotWrite: Error, Equatable, CustomStringConvertible {
  public let path: String
  /// In the operating system's words.
  public let cause: String

  public init(path: String, cause: String) {
    self.path = path
    self.cause = cause
  }

  public var description: String { "cannot write \(path): \(cause)" }
}
