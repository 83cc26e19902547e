extension ReplicationTrace {
  /// The replication for programs; days are unrounded, and null for never.
  package var json: ResultValue {
    .object([
      ("replication", .integer(replication)), ("seed", .unsigned(seed)), ("crisisDay", .integer(crisisDay)),
      (
        "gates",
        .array(
          gates.map {
            .object([
              ("gate", .string($0.gate)), ("mission", .string($0.mission)),
              ("opensAt", .optional($0.opensAt)),
            ])
          })
      ),
      ("units", .array(units.map(\.json))),
    ])
  }
}

extension UnitStory {
  fileprivate var json: ResultValue {
    .object([
      ("pledge", .string(pledge)), ("need", .string(need)), ("units", .number(elements)),
      ("quantity", .number(quantity)), ("support", .optional(support)), ("requestDay", .optional(requestDay)),
      ("inPlace", .bool(isInPlace)), ("stages", .array(stages.map(\.json))), ("readyAt", .optional(readyAt)),
      ("outcome", outcome.json), ("parts", .array(parts.map(\.json))),
      ("withdrawnOn", .optional(withdrawnOn)),
    ])
  }
}

extension UnitStory.Outcome {
  fileprivate var json: ResultValue {
    let (kind, by, stage): (String, String?, String?) =
      switch self {
      case .comes: ("comes", nil, nil)
      case .comesInPart: ("comesInPart", nil, nil)
      case .notKept: ("notKept", nil, nil)
      case .partnerNotKept(let pledge): ("partnerNotKept", pledge, nil)
      case .cancelled(let risk, let stage): ("cancelled", risk, stage)
      case .gateStaysClosed(let gate, let stage): ("gateStaysClosed", gate, stage)
      case .neverServed(let queue, let stage): ("neverServed", queue, stage)
      case .neverEnds(let stage): ("neverEnds", nil, stage)
      case .tooLate: ("tooLate", nil, nil)
      }
    return .object([("kind", .string(kind)), ("by", .optional(by)), ("stage", .optional(stage))])
  }
}

extension PartStory {
  fileprivate var json: ResultValue {
    .object([
      ("share", .number(share)), ("arrivalDay", .optional(arrivalDay)), ("untilDay", .optional(untilDay)),
    ])
  }
}

extension StageStory {
  fileprivate var json: ResultValue {
    .object([
      ("stage", .string(stage)), ("lift", .bool(isLift)), ("attempt", .integer(attempt)),
      ("after", .strings(after)), ("waits", .array(waits.map(\.json))), ("beginsAt", .optional(beginsAt)),
      ("endsAt", .optional(endsAt)), ("workDays", .number(workDays)), ("seasonDays", .number(seasonDays)),
      ("loads", .integer(loads)), ("risks", .array(strikes.map(\.json))),
    ])
  }
}

extension StageStory.Wait {
  fileprivate var json: ResultValue {
    let (kind, name, behind): (String, String, [String]) =
      switch cause {
      case .gate(let gate): ("gate", gate, [])
      case .queue(let queue, let behind): ("queue", queue, behind)
      }
    return .object([
      ("for", .string(kind)), ("name", .string(name)), ("behind", .strings(behind)), ("from", .number(from)),
      ("until", .optional(until)),
    ])
  }
}

extension RiskStory {
  fileprivate var json: ResultValue {
    let (kind, days, stage): (String, Double?, String?) =
      switch effect {
      case .delays(let days): ("delays", days, nil)
      case .cancels: ("cancels", nil, nil)
      case .sendsBack(let stage): ("sendsBack", nil, stage)
      }
    return .object([
      ("risk", .string(risk)), ("at", .number(at)), ("effect", .string(kind)), ("days", .optional(days)),
      ("backTo", .optional(stage)),
    ])
  }
}
