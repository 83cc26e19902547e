internal import Foundation

/// What is known of the terminal, if there is one.
public enum Terminal {
  public static var showsOutput: Bool { isatty(STDOUT_FILENO) == 1 }
  public static var showsErrors: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether the user has colours turned off by `NO_COLOR` (see no-color.org), or the terminal has none.
  public static var refusesColour: Bool {
    let environment = ProcessInfo.processInfo.environment
    return environment["NO_COLOR"].map { !$0.isEmpty } ?? false || environment["TERM"] == "dumb"
  }

  /// Columns to write in: those of the terminal, but 80 at least and 100 at most; 100 into files and pipes.
  public static var columns: Int {
    var size = winsize()
    guard showsOutput, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return min(100, max(80, Int(size.ws_col)))
  }
}
