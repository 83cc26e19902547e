internal import Dispatch
internal import Foundation

/// Turns Ctrl-C and a request to end into an ``Interruption``, and sees to it that the program ends soon.
///
/// Work that looks at the interruption ends by itself, and what was finished is printed. Where it has not
/// ended ``patience`` after the signal, or the signal comes again, temporary files are removed and the
/// process ends at once with status 130. Keep the watch alive as long as there is work.
public final class SignalWatch {
  /// Seconds that work has to end by itself.
  public static let patience = 0.8

  private let sources: [any DispatchSourceSignal]

  public init(_ interruption: Interruption) {
    // A queue of its own gets a thread even while all cores are at work.
    let queue = DispatchQueue(label: "signals", qos: .userInteractive)
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        if interruption.isRaised { Self.endNow() }
        interruption.raise()
        queue.asyncAfter(deadline: .now() + Self.patience) { Self.endNow() }
      }
      source.activate()
      return source
    }
    // A reader who closes the pipe is noticed when writing.
    signal(SIGPIPE, SIG_IGN)
  }

  private static func endNow() -> Never {
    Temporaries.removeAll()
    _exit(ExitStatus.interrupted.rawValue)
  }
}
