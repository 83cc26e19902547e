internal import Foundation

/// Writes whole texts to file descriptors.
enum FileDescriptorWriter {
  /// `nil` if all was written, else the system's error number.
  static func write(_ text: String, to descriptor: Int32) -> Int32? {
    var text = text
    return text.withUTF8 { write($0, to: descriptor) }
  }

  /// The same of bytes.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBufferPointer { write($0, to: descriptor) }
  }

  /// The bytes live as long as the call.
  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Foundation.write(
        descriptor, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return errno }
      rest = rest.dropFirst(count)
    }
    return nil
  }
}

/// Standard output and standard error.
public enum StandardStreams {
  /// Whether all was written: false where the reader has closed the pipe and wants no more.
  ///
  /// - Throws: ``CannotWrite`` for every other failure, such as a full disk.
  public static func write(_ text: String) throws(CannotWrite) -> Bool {
    switch FileDescriptorWriter.write(text, to: STDOUT_FILENO) {
    case nil: return true
    case EPIPE?: return false
    case let failure?: throw CannotWrite(path: "standard output", cause: systemErrorText(failure))
    }
  }

  /// Says something to the user; what cannot be said is lost.
  public static func complain(_ text: String) {
    _ = FileDescriptorWriter.write("simrun: \(text)\n", to: STDERR_FILENO)
  }
}
