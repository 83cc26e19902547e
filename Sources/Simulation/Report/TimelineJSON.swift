extension Timeline {
  /// The timeline with the keys of the scenario format's page, and the headline beside them.
  package var json: ResultValue {
    .object([
      (
        "headline",
        .array(headline.map { .object([("standardDays", .integer($0.standardDays))] + $0.share.members) })
      ),
      ("weightedGapDays", weightedGapDays.map { .object($0.members) } ?? .null),
      ("pledges", .array(pledges.map(\.json))),
      ("needs", .array(needs.map(\.json))),
      ("missions", .array(missions.map(\.json))),
      ("causes", causes.map { .array($0.causes.map(\.json)) } ?? .null),
      ("causesReplications", .optional(causes?.replications)),
      ("precision", convergence?.json ?? .null),
    ])
  }
}

extension Convergence {
  fileprivate var json: ResultValue {
    .object([
      ("asked", .number(precision)), ("halfWidth", .number(halfWidth)), ("reached", .bool(isReached)),
      ("limit", .integer(limit)),
    ])
  }
}

extension Cause {
  /// The keys of a kind are there for every kind, and null where they say nothing.
  fileprivate var json: ResultValue {
    func named(_ kinds: Kind...) -> ResultValue { kinds.contains(kind) ? .string(name) : .null }
    func text(_ value: String?) -> ResultValue { value.map(ResultValue.string) ?? .null }
    return .object([
      ("kind", .string(kind.rawValue)), ("stage", named(.stage)), ("process", text(process)),
      ("gate", named(.gate)), ("pool", named(.lift)), ("resource", named(.resource)),
      ("season", named(.season)), ("mission", text(mission)), ("risk", named(.risk)),
      ("pledge", named(.unit)), ("need", text(need)),
      ("criticality", criticality.map { .number($0.mean) } ?? .null),
      ("criticalityStandardError", criticality.map { .number($0.standardError) } ?? .null),
      ("daysWaited", daysWaited.map { .object($0.members) } ?? .null),
      ("gapDaysIfRemoved", gapDaysIfRemoved.map { .number($0.mean) } ?? .null),
      ("standardError", gapDaysIfRemoved.map { .number($0.standardError) } ?? .null),
      (
        "missions",
        .array(
          missionChanges.map {
            .object([
              ("mission", .string($0.mission)), ("gapDaysIfRemoved", .number($0.gapDays.mean)),
              ("standardError", .number($0.gapDays.standardError)),
              ("beyondNoise", .bool($0.gapDays.isBeyondNoise)),
            ])
          })
      ),
    ])
  }
}

private typealias Members = [(key: String, value: ResultValue)]

extension Estimate {
  fileprivate var members: [(key: String, value: ResultValue)] {
    [("mean", .number(mean)), ("standardError", .number(standardError))]
  }
}

extension Chance {
  fileprivate var members: [(key: String, value: ResultValue)] {
    [("probability", .number(probability)), ("low", .number(low)), ("high", .number(high))]
  }
}

extension ShareInterval {
  fileprivate var json: ResultValue { .array([.number(low), .number(high)]) }
}

/// Days by percent: `p10`, `p50` and so on, `null` where that share never comes.
private func quantileMembers(_ quantiles: [Int: Int?]) -> Members {
  quantiles.sorted { $0.key < $1.key }.map { ("p\($0.key)", .optional($0.value)) }
}

/// Both ends of each interval by percent.
private func intervalMembers(_ intervals: [Int: DayInterval]) -> Members {
  intervals.sorted { $0.key < $1.key }.map {
    ("p\($0.key)", .array([.optional($0.value.low), .optional($0.value.high)]))
  }
}

extension PledgeTimeline {
  fileprivate var json: ResultValue {
    let mean: Members = arrivalDay?.members ?? [("mean", .null), ("standardError", .null)]
    return .object([
      ("pledge", .string(pledge)), ("need", .string(need)), ("never", .object(never.members)),
      ("arrivalDay", .object(mean + quantileMembers(arrivalQuantiles))),
      ("arrivalIntervals", .object(intervalMembers(arrivalIntervals))), ("onTime", .object(onTime.members)),
    ])
  }
}

extension NeedTimeline {
  fileprivate var json: ResultValue {
    func column(_ value: (DayCoverage) -> ResultValue) -> ResultValue { .array(coverageByDay.map(value)) }
    return .object([
      ("need", .string(need)), ("mission", .string(mission)),
      (
        "coverageByDay",
        .object([
          ("day", column { .integer($0.day) }), ("mean", column { .number($0.coverage.mean) }),
          ("standardError", column { .number($0.coverage.standardError) }),
          ("p10", column { .number($0.p10) }), ("p90", column { .number($0.p90) }),
          ("p10Interval", column { $0.p10Interval?.json ?? .null }),
          ("p90Interval", column { $0.p90Interval?.json ?? .null }),
        ])
      ),
      (
        "fullyCoveredBy",
        .object(
          fullyCoveredBy.sorted { $0.key < $1.key }.map { (String($0.key), .object($0.value.members)) })
      ),
      ("gapDays", .object(gapDays.members)),
    ])
  }
}

extension MissionTimeline {
  fileprivate var json: ResultValue {
    func byShare<Value>(_ values: [Double: Value], _ members: (Value) -> Members) -> ResultValue {
      .object(
        values.sorted { $0.key < $1.key }.map {
          (key: NumberText.plain($0.key, decimals: 4), value: .object(members($0.value)))
        })
    }
    return .object([
      ("mission", .string(mission)), ("firstArrivalDay", .object(quantileMembers(firstArrivalDay))),
      ("firstArrivalIntervals", .object(intervalMembers(firstArrivalIntervals))),
      ("daysToShare", byShare(daysToShare, quantileMembers)),
      ("daysToShareIntervals", byShare(daysToShareIntervals, intervalMembers)),
      ("standardMet", .object([("days", .integer(standardDays))] + standardMet.members)),
    ])
  }
}
