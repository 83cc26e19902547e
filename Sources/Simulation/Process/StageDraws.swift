/// Which random numbers a task of a stage takes.
///
/// Each stage has its own stream; its visits keep apart the needs that a pledge serves and, within one, the
/// days of work (the first) from each sortie (those after it).
enum StageDraws {
  /// Room for the work and the sorties of one need.
  static let visitsPerNeed: UInt32 = 1 << 16

  static let gate = StreamName("opens")

  static func work(need: Int) -> UInt32 { UInt32(need) &* visitsPerNeed }

  static func sortie(_ number: Int, need: Int) -> UInt32 {
    UInt32(need) &* visitsPerNeed &+ 1 &+ UInt32(number)
  }
}
