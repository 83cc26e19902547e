extension Allocation {
  /// The plan with the keys of the scenario format's page.
  package var json: ResultValue {
    .object([
      ("status", .string(status.rawValue)), ("stoppedByTime", .bool(stoppedByTime)),
      (
        "objective",
        .object([
          ("weightedGapDays", .number(objective.weightedGapDays)), ("cost", .number(objective.cost)),
          ("smallestMissionCoverage", .optional(fairness?.smallestCoverage)),
          ("changes", .optional(changes?.elements)),
        ])
      ),
      ("bound", status == .given ? .null : .number(bound)),
      ("gap", status == .given ? .null : .number(gap)),
      ("smallestMissionCoverageBound", .optional(fairness?.bound)),
      ("changes", changes?.json ?? .null),
      ("assignments", .array(assignments.map(\.json))),
      ("needs", .array(needs.map { $0.json(stepGains) })),
      ("missions", .array(missions.map(\.json))),
      ("unused", .array(unused.map(\.json))),
    ])
  }
}

extension PlanChanges {
  fileprivate var json: ResultValue {
    .object([
      ("assignments", .integer(assignments)), ("changed", .integer(changed)), ("added", .integer(added)),
    ])
  }
}

extension Assignment {
  fileprivate var json: ResultValue {
    .object([
      ("pledge", .string(pledge)), ("need", .string(need)), ("units", .number(units)),
      ("quantity", .number(quantity)), ("requestDay", .optional(requestDay)),
      ("arrivalDay", .integer(arrivalDay)), ("untilDay", .integer(untilDay)), ("inPlace", .bool(isInPlace)),
      ("support", .optional(support)), ("package", .optional(package)),
    ])
  }
}

extension NeedCoverage {
  fileprivate func json(_ stepGains: [LimitStep: Double]) -> ResultValue {
    .object([
      ("need", .string(need)), ("mission", .string(mission)), ("capability", .string(capability)),
      ("required", .number(required)), ("pledged", .number(pledged)), ("coverage", .number(coverage)),
      ("shortfallDays", .number(shortfallDays)),
      (
        "cells",
        .array(
          cells.map {
            .object([
              ("from", .integer($0.from)), ("until", .integer($0.until)), ("coverage", .number($0.coverage)),
            ])
          })
      ),
      ("reasons", .array(reasons.map { $0.json(stepGains) })),
    ])
  }
}

extension Reason {
  fileprivate func json(_ stepGains: [LimitStep: Double]) -> ResultValue {
    .object([
      ("kind", .string(kind.rawValue)), ("detail", .string(detail)), ("pledges", .strings(pledges)),
      (
        "relaxing",
        .array(
          steps.map { step in
            .object([("limit", .string(step.name)), ("weightedGapDaysInParts", .optional(stepGains[step]))])
          })
      ),
    ])
  }
}

extension MissionCoverage {
  fileprivate var json: ResultValue {
    .object([
      ("mission", .string(mission)), ("coverage", .number(coverage)),
      ("alreadyShort", .strings(alreadyShort.map(\.words))),
    ])
  }
}

extension UnusedPledge {
  fileprivate var json: ResultValue {
    .object([
      ("pledge", .string(pledge)), ("units", .number(units)),
      ("reasons", .array(reasons.map { $0.json([:]) })),
    ])
  }
}
