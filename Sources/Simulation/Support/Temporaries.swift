internal import Foundation

/// Files that must not outlive the program unless it finishes: they have not got their names yet.
///
/// A program that is told to end calls ``removeAll()`` from another thread than the one that writes, so
/// files are made and forgotten under a lock, and none is made after that.
enum Temporaries {
  private struct State {
    var paths: Set<String> = []
    var isClosed = false
  }

  private static let state = Guarded(State())

  /// Makes an empty file beside `target` and opens it for writing; `nil`, with `errno` set, if it cannot.
  static func make(beside target: String) -> (path: String, descriptor: Int32)? {
    state.withLock { state in
      guard !state.isClosed else {
        errno = EINTR
        return nil
      }
      for attempt in 0..<100 {
        let path = "\(target).simrun-\(getpid())-\(attempt)"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if descriptor >= 0 {
          state.paths.insert(path)
          return (path, descriptor)
        }
        if errno != EEXIST { return nil }
      }
      return nil
    }
  }

  /// Gives a finished file its name; false, with `errno` set, if that fails.
  static func rename(_ path: String, to target: String) -> Bool {
    state.withLock { state in
      guard Foundation.rename(path, target) == 0 else { return false }
      state.paths.remove(path)
      return true
    }
  }

  static func remove(_ path: String) {
    state.withLock { state in
      _ = unlink(path)
      state.paths.remove(path)
    }
  }

  /// Removes all that are left, and lets none be made any more: the program is about to end.
  static func removeAll() {
    state.withLock { state in
      state.isClosed = true
      for path in state.paths { _ = unlink(path) }
      state.paths = []
    }
  }
}
