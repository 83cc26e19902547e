internal import Foundation

/// A value that one thread at a time may use.
///
/// What `Mutex` is, by a lock that the thread sanitizer knows: on Linux it takes all that a `Mutex` guards for races.
final class Guarded<Value: Sendable>: @unchecked Sendable {
  /// Touched only under the lock.
  private var value: Value
  private let lock = NSLock()

  init(_ value: Value) { self.value = value }

  /// Waits for its turn, and lends the value until `use` ends.
  ///
  /// `use` must not lend itself the same value once more: it would wait for ever.
  func withLock<Result>(_ use: (inout Value) throws -> Result) rethrows -> Result {
    lock.lock()
    defer { lock.unlock() }
    return try use(&value)
  }
}
