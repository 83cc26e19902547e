/// The timelines of two plans under the same luck, and how sure their differences are.
public struct TimelinePair: Sendable, Equatable {
  public var first: Timeline
  public var second: Timeline
  /// Standard errors of the mean difference, second less first; absent where only one has the figure.
  ///
  /// A single replication tells none.
  public var gapDays: [String: Double]
  /// By need, then standard.
  public var fullyCoveredBy: [String: [Int: Double]]
  /// By mission.
  public var standardMet: [String: Double]
  /// By standard.
  public var headline: [Int: Double]
  /// Of the sum of weighted gap-days.
  public var weightedGapDays: Double?
}

extension TimelineSimulator {
  /// Runs two plans, replication by replication under the same luck.
  ///
  /// - Parameters:
  ///   - other: The second; figures are the same where needs, missions and standards have the same names.
  ///   - replications: At least 1, below 2³¹.
  ///   - seed: Of both.
  ///   - threads: At most so many run at once.
  ///   - interruption: Looked at after every 256 replications.
  ///   - progress: Told the share that is done, 0 … 1, from any thread.
  /// - Returns: `nil` where interrupted.
  public func run(
    with other: TimelineSimulator, replications: Int, seed: UInt64, threads: Int,
    interruption: Interruption? = nil, progress: (@Sendable (Double) -> Void)? = nil
  ) -> TimelinePair? {
    precondition((1..<Int(Int32.max)).contains(replications), "replications out of range")
    let pairing = pairing(with: other)
    let (one, two) = (program(seed: seed), other.program(seed: seed))
    let counts = Replications.run(
      0..<replications, threads: threads, interruption: interruption, progress: progress
    ) { PairedWorker(worker(one), other.worker(two), pairing) }
    guard let counts else { return nil }
    return TimelinePair(
      first: summary(counts.first, replications).timeline(seed: seed),
      second: other.summary(counts.second, replications).timeline(seed: seed),
      gapDays: named(pairing.needs, needId) {
        counts.gaps[$0].standardError(
          count: replications, perOne: Double(CoveragePlan.full / CoveragePlan.gapPart))
      },
      fullyCoveredBy: named(pairing.needs, needId) { need in
        let standards = pairing.standards.enumerated().compactMap { place, pair in
          counts.full[need * pairing.standards.count + place].standardError(count: replications, perOne: 1)
            .map { (coverage.standards[pair.0], $0) }
        }
        return Dictionary(standards, uniquingKeysWith: { first, _ in first })
      },
      standardMet: named(pairing.missions, missionId) {
        counts.met[$0].standardError(count: replications, perOne: 1)
      },
      headline: Dictionary(
        pairing.standards.enumerated().compactMap { place, pair in
          counts.headline[place].standardError(count: replications, perOne: Double(CoveragePlan.full))
            .map { (coverage.standards[pair.0], $0) }
        }, uniquingKeysWith: { first, _ in first }),
      weightedGapDays: counts.weighted.standardError(
        count: replications, perOne: CoveragePlan.weightedGapPartsPerDay))
  }

  private func named<Value>(
    _ pairs: [(Int, Int)], _ name: (Int) -> String, _ value: (Int) -> Value?
  ) -> [String: Value] {
    var named: [String: Value] = [:]
    for (number, pair) in pairs.enumerated() { named[name(pair.0)] = value(number) }
    return named
  }

  private func needId(_ place: Int) -> String { scenario.needs[coverage.needs[place].need].id }
  private func missionId(_ place: Int) -> String { scenario.missions[coverage.missions[place].mission].id }

  private func pairing(with other: TimelineSimulator) -> Pairing {
    func pairs(_ left: [String], _ right: [String]) -> [(Int, Int)] {
      let places = Dictionary(right.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      return left.enumerated().compactMap { place, name in places[name].map { (place, $0) } }
    }
    let needs = pairs(
      coverage.needs.indices.map(needId), other.coverage.needs.indices.map(other.needId))
    let standards = pairs(coverage.standards.map(String.init), other.coverage.standards.map(String.init))
    let deadlines = needs.flatMap { left, right in
      standards.map { one, two in
        (
          min(coverage.needs[left].start + coverage.standards[one], coverage.horizon - 1),
          min(other.coverage.needs[right].start + other.coverage.standards[two], other.coverage.horizon - 1)
        )
      }
    }
    return Pairing(
      needs: needs,
      missions: pairs(
        coverage.missions.indices.map(missionId), other.coverage.missions.indices.map(other.missionId)),
      standards: standards, deadlines: deadlines)
  }
}
