import Foundation

/// Why a file cannot be read.
struct FileProblem: Error {
  let message: String
}

/// Reads a file whole, with a message for everything that can be wrong with it.
enum FileBytes {
  /// A scenario of 100,000 pledges has about 100 MB; offsets have 32 bits.
  static let most = 1 << 30

  static func read(_ path: String) throws(FileProblem) -> [UInt8] {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw FileProblem(message: "there is no such file")
    }
    guard !isDirectory.boolValue else {
      throw FileProblem(message: "this is a directory; give the scenario file in it")
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw FileProblem(message: "the file cannot be opened; may you read it?")
    }
    return try bytes(of: handle, at: path)
  }

  /// In pieces, so that an endless device is refused at the limit.
  private static func bytes(of handle: FileHandle, at path: String) throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let piece: Data?
      do {
        piece = try handle.read(upToCount: 1 << 20)
      } catch {
        throw FileProblem(message: "the file cannot be read")
      }
      guard let piece, !piece.isEmpty else { return bytes }
      bytes.append(contentsOf: piece)
      guard bytes.count <= most else {
        throw FileProblem(message: "the file is larger than 1 GB (\(most) bytes)")
      }
    }
  }
}
