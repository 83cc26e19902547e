internal import Dispatch
internal import Foundation

/// A line on standard error that shows how far the work is, if it takes over a second.
///
/// It draws itself ten times a second and only on a terminal; elsewhere it does nothing.
public final class ProgressBar: Sendable {
  private struct State {
    var title = ""
    var share: Double?
    var isDrawn = false
    var isFinished: Bool
  }

  private let state: Guarded<State>

  /// - Parameter isShown: False keeps it silent.
  public init(isShown: Bool) {
    state = Guarded(State(isFinished: !isShown))
    if isShown { drawLater(after: 1) }
  }

  private func drawLater(after seconds: Double) {
    // A queue with a priority of its own gets a thread even while all cores are at work.
    DispatchQueue.global(qos: .userInteractive).asyncAfter(deadline: .now() + seconds) { [weak self] in
      guard let self, draw() else { return }
      drawLater(after: 0.1)
    }
  }

  /// Says what is being done now; its share is not known until ``update(share:)``.
  public func begin(_ title: String) {
    state.withLock {
      $0.title = title
      $0.share = nil
    }
  }

  /// Sets how much of it is done, 0 … 1; any thread may call it.
  public func update(share: Double) { state.withLock { $0.share = share } }

  /// Wipes the line, if it was drawn, and stops for good.
  public func finish() {
    state.withLock { state in
      if state.isDrawn { _ = FileDescriptorWriter.write("\r\u{1B}[K", to: STDERR_FILENO) }
      state.isFinished = true
    }
  }

  /// False once there is nothing more to draw.
  private func draw() -> Bool {
    state.withLock { state in
      guard !state.isFinished else { return false }
      state.isDrawn = true
      _ = FileDescriptorWriter.write("\r\u{1B}[K" + Self.line(state.title, state.share), to: STDERR_FILENO)
      return true
    }
  }

  /// Title, bar and percent, at most 60 columns.
  package static func line(_ title: String, _ share: Double?) -> String {
    guard let share else { return "\(title) …" }
    let filled = Int((max(0, min(1, share)) * 30).rounded(.down))
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    return "\(title) \(bar) \(Int((share * 100).rounded(.down))) %"
  }
}
