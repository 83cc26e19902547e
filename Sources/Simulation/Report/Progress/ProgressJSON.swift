extension Progress {
  /// For programs, the keys of its types.
  var json: ResultValue {
    .object([
      ("seed", .unsigned(seed)), ("replications", .integer(replications)),
      ("milestones", .array(milestones.map(\.json))), ("undated", .strings(undated)),
      ("later", .strings(later)), ("unfinished", .integer(unfinished)),
    ])
  }
}

extension MilestoneProgress {
  fileprivate var json: ResultValue {
    .object([
      ("milestone", .string(milestone.id)), ("name", .string(milestone.name)),
      ("day", .integer(milestone.day)),
      ("pledges", .integer(pledges)), ("pledged", .optional(pledged)), ("planned", .optional(planned)),
      (
        "inTime",
        .array(
          inTime.map {
            .object([
              ("standardDays", .integer($0.standardDays)), ("mean", .number($0.share.mean)),
              ("standardError", .number($0.share.standardError)),
            ])
          })
      ),
      ("weightedGapDays", .number(weightedGapDays)), ("bound", .number(bound)),
      (
        "needs",
        .array(
          needs.map {
            .object([
              ("need", .string($0.need)), ("pledged", .number($0.pledged)), ("planned", .number($0.planned)),
              (
                "inTime",
                .object([
                  ("mean", .number($0.inTime.mean)), ("standardError", .number($0.inTime.standardError)),
                ])
              ),
            ])
          })
      ),
      (
        "changes",
        .array(
          changes.map {
            .object([
              ("pledge", .string($0.pledge)), ("kind", .string($0.kind.rawValue)), ("from", .number($0.from)),
              ("to", .number($0.to)), ("text", .optional($0.text)),
            ])
          })
      ),
    ])
  }
}
