/// Which time it is that a stage is gone through: the first, or one of those after a risk event sent it back.
///
/// A turn is told by the risk events that led to it, one within the other, and by how often each has struck.
/// So a stage that is done again has luck of its own, the same in every scenario that has the events.
package struct Turn: Sendable, Hashable {
  fileprivate var word: UInt64

  package static let first = Turn(word: 0)

  /// The turn after the risk event of this stream has struck for the `number`-th time within this turn.
  func after(_ risk: StreamName, number: Int) -> Turn {
    let strike = UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15
    return Turn(word: StreamName.mixed(word ^ StreamName.mixed(risk.hash &+ strike)) | 1)
  }
}

extension StreamName {
  /// The stream of the same stage or purpose in a turn; itself in the first.
  func on(_ turn: Turn) -> StreamName {
    turn == .first ? self : StreamName(hash: Self.mixed(hash ^ turn.word))
  }
}
