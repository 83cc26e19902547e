/// Where the files of a scenario are read from.
struct FileStore {
  /// Files that one scenario may be made of.
  static let mostFiles = 1_000

  /// By path; `nil` reads from the disk.
  private let inMemory: [String: [UInt8]]?
  private var bytesLeft = FileBytes.most
  private var filesLeft = mostFiles

  init(inMemory: [String: [UInt8]]? = nil) { self.inMemory = inMemory }

  /// The bytes of one more file.
  mutating func read(_ path: String) throws(FileProblem) -> [UInt8] {
    guard filesLeft > 0 else {
      throw FileProblem(message: "the scenario is made of more than \(Double(Self.mostFiles).plain) files")
    }
    filesLeft -= 1
    let bytes = try contents(of: path)
    bytesLeft -= bytes.count
    if bytesLeft < 0 {
      throw FileProblem(message: "the files are together larger than 1 GB (\(FileBytes.most) bytes)")
    }
    if bytes.isEmpty { throw FileProblem(message: "the file is empty") }
    return bytes
  }

  private func contents(of path: String) throws(FileProblem) -> [UInt8] {
    guard let inMemory else { return try FileBytes.read(path) }
    guard let bytes = inMemory[path] else { throw FileProblem(message: "there is no such file") }
    return bytes
  }
}
