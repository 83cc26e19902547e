/// Which random numbers a task of a stage takes.
///
/// Each stage has its own stream; its visits keep apart the needs that a pledge serves and, within one, the
/// days of work (the first) from each sortie (those after it).
enum StageDraws {
  /// Room for the work and the sorties of one need.
  static let visitsPerNeed: UInt32 = 1 << 16

  static let gate = StreamName("opens")
  /// What all stages of one contributor have in common.
  static let common = StreamName("in common")
  /// The day of the crisis: name of what it is and of what is drawn.
  static let trigger = "the crisis begins"
  /// How long a unit stays before it is withdrawn.
  static let stay = StreamName("stays until withdrawn")

  /// Whether a risk event strikes a stage.
  ///
  /// No identifier has a space, so that this is the name of no stage.
  static func strikes(_ risk: String, stage: String) -> StreamName { StreamName("\(stage) met by \(risk)") }

  /// How long a risk event delays a stage.
  static func delay(_ risk: String, stage: String) -> StreamName { StreamName("\(stage) delayed by \(risk)") }

  static func work(need: Int) -> UInt32 { UInt32(need) &* visitsPerNeed }

  static func sortie(_ number: Int, need: Int) -> UInt32 {
    UInt32(need) &* visitsPerNeed &+ 1 &+ UInt32(number)
  }
}
