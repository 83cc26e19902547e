internal import Dispatch
internal import Foundation

/// Makes PDF of figures with `rsvg-convert`, a program of librsvg, where the search path has it.
package struct FigureConverter: Sendable {
  package static let program = "rsvg-convert"
  /// Seconds after which a converter that does not end is ended.
  private static let patience = 30.0

  private let path: String

  /// `nil` where there is no such program in the folders of `searchPath`, which are separated by colons.
  ///
  /// Folders that are not named from the root are left out: what lies in the working folder is never run.
  package init?(searchPath: String? = ProcessInfo.processInfo.environment["PATH"]) {
    let folders = (searchPath ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
    let found = folders.map { "\($0)/\(Self.program)" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    guard let found else { return nil }
    path = found
  }

  /// A PDF of each drawing, in their order; `nil` where the program did not make one.
  ///
  /// At most `threads` run at once.
  package func pdfs(of drawings: [String], threads: Int) -> [[UInt8]?] {
    parallelMap(count: drawings.count, threads: threads) { pdf(of: drawings[$0]) }
  }

  /// Files without a name hold drawing and paper: they cannot fill up as pipes do, and go with the process.
  private func pdf(of drawing: String) -> [UInt8]? {
    guard let input = tmpfile() else { return nil }
    defer { fclose(input) }
    guard let output = tmpfile() else { return nil }
    defer { fclose(output) }
    guard FileDescriptorWriter.write(drawing, to: fileno(input)) == nil,
      lseek(fileno(input), 0, SEEK_SET) == 0,
      hasRun(from: fileno(input), into: fileno(output)), lseek(fileno(output), 0, SEEK_SET) == 0,
      let paper = try? FileHandle(fileDescriptor: fileno(output), closeOnDealloc: false).readToEnd(),
      paper.starts(with: Data("%PDF".utf8))
    else { return nil }
    return [UInt8](paper)
  }

  /// Whether it ended well.
  private func hasRun(from input: Int32, into output: Int32) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["--format", "pdf"]
    // Else the time of the conversion is in the file, and the same run gives other bytes.
    process.environment = ProcessInfo.processInfo.environment.merging(["SOURCE_DATE_EPOCH": "0"]) { $1 }
    process.standardInput = FileHandle(fileDescriptor: input, closeOnDealloc: false)
    process.standardOutput = FileHandle(fileDescriptor: output, closeOnDealloc: false)
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    guard (try? process.run()) != nil else { return false }
    guard ended.wait(timeout: .now() + Self.patience) == .success else {
      process.terminate()
      return false
    }
    return process.terminationReason == .exit && process.terminationStatus == 0
  }
}
