/// `results.json`: everything a run found out, for programs.
///
/// Keys and their order are those of the scenario format's page; a key that has no value is there and null.
/// But for `threads` and `timings`, the same scenario, seed and version give the same bytes.
public struct ResultsDocument: Sendable {
  let result: RunResult

  public init(_ result: RunResult) { self.result = result }

  /// The whole document, ending with a line feed.
  public var text: String { ResultValue.object(members).text }

  /// The plan alone, as `--save-plan` writes it; `nil` where there is none.
  public var planText: String? { result.allocation.map { $0.json.text } }

  private var members: [(key: String, value: ResultValue)] {
    let run = result.wantsTimeline
    var members: [(key: String, value: ResultValue)] = [
      (
        "simrun",
        .object([("version", .string(Version.current)), ("glpk", .string(result.solverVersion))])
      ),
      ("scenario", scenario),
      ("seed", run || result.trace != nil ? .unsigned(result.seed) : .null),
      ("replications", .optional(result.timeline?.replications)),
      ("threads", .integer(result.threads)),
      ("partial", .bool(result.isPartial)),
      ("timings", timings),
    ]
    if let inquiry = result.inquiry {
      members += inquiry.json(result.scenario)
    } else {
      members.append(("allocation", result.allocation?.json ?? .null))
    }
    if run { members.append(("timeline", result.timeline?.json ?? .null)) }
    if let trace = result.trace { members.append(("trace", trace.json)) }
    members.append(("assumptions", entries(result.scenario.assumptions)))
    members.append(("unsourced", .strings(result.scenario.unsourced)))
    members.append(("notices", .strings(result.notices.map(\.english))))
    members.append(("warnings", warnings))
    return members
  }

  private var scenario: ResultValue {
    .object([
      ("id", .string(result.scenario.id)), ("digest", .string(result.digest)),
      ("overrides", .strings(result.overrides)), ("asOf", .optional(result.poolAsOf?.description)),
    ])
  }

  private var timings: ResultValue {
    let timings = result.timings
    return .object([
      ("load", .number(timings.load)), ("build", .number(timings.build)), ("solve", .number(timings.solve)),
      ("simulate", .number(timings.simulate)), ("render", .number(timings.render)),
    ])
  }

  private var warnings: ResultValue {
    .array(
      result.warnings.map {
        .object([
          ("kind", .string($0.kind.rawValue)), ("entry", .string($0.entry)), ("text", .string($0.text)),
        ])
      })
  }

  private func entries(_ entries: [EvidenceLine]) -> ResultValue {
    .array(entries.map { .object([("entry", .string($0.entry)), ("text", .string($0.text))]) })
  }
}
