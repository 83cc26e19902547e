/// What a `results.json` says of a run, as far as two runs are compared by it.
struct StatedResults: Sendable, Equatable {
  struct Need: Sendable, Equatable {
    var need: String
    var mission: String
    /// In the plan, 0 … 1.
    var coverage: Double
  }

  struct NeedTimes: Sendable, Equatable {
    var need: String
    var mission: String
    var gapDays: Estimate
    /// By standard.
    var fullyCoveredBy: [Int: Chance]
  }

  struct Standard: Sendable, Equatable {
    var mission: String
    var met: Chance
  }

  /// The timeline's figures.
  struct Times: Sendable, Equatable {
    var seed: UInt64
    var replications: Int
    var headline: [HeadlineShare]
    /// `nil` where the results do not tell it.
    var weightedGapDays: Estimate?
    var needs: [NeedTimes]
    var missions: [Standard]
  }

  var scenario: String
  var digest: String
  var overrides: [String]
  var asOf: String?
  /// Whether the run was interrupted.
  var isPartial: Bool
  var weightedGapDays: Double
  var bound: Double
  var needs: [Need]
  /// `nil` where only a plan was made, or the run was interrupted before all replications had ended.
  var times: Times?
}
