// How the scenario is worked on.
extension Schema {
  static let horizon = object([
    .required("days", .whole(1...36_500), "Days from dayZero that are looked at."),
    .optional("periodDays", .whole(1...36_500), "Days of a period in tables.", default: .number("30")),
  ])

  static let trigger = object([
    .optional("onDay", .randomDay, "The day of the request.", default: .number("0")),
    .optional("warningDays", .number(.days), "Days before it that a warning comes.", default: .number("0")),
  ])

  static let allocation = object([
    .optional(
      "fairness", .flag, "Whether the worst covered mission comes first.", default: .flag(plan.fairness)),
    .optional("wholeUnits", .flag, "Whether elements go whole.", default: .flag(plan.wholeUnits)),
    .optional(
      "gap", .number(.share), "Gap to the bound at which the search may stop.", default: .number(plan.gap)),
    .optional("workLimit", .whole(1...1_000_000_000_000), "Steps after which the best plan so far is taken."),
    .optional(
      "timeLimitSeconds", .number(Bounds(low: 0, high: 1e6)),
      "Seconds after which the best plan so far is taken.", default: .number(plan.timeLimitSeconds)),
    .optional(
      "planningPercentile", .number(.percentile), "The percentile of its process that a plan counts on.",
      default: .number(plan.planningPercentile)),
    .optional("budget", .number(.dollars), "For all missions together, in US dollars."),
    .optional("pins", .list(of: pin), "What is decided already."),
    .optional("bans", .list(of: ban), "What is ruled out."),
  ])

  private static let pin = object([
    .required("pledge", .identifier, "The pledge that goes."),
    .required("need", .identifier, "The need it serves."),
    .required("units", .whole(1...1_000_000), "At least so many of its elements."),
    .optional("arrivalDay", .day, "When; left to the plan where absent."),
  ])

  private static let ban = object(
    [
      .required("pledge", .identifier, "The pledge that does not go."),
      .optional("need", .identifier, "To this need."),
      .optional("mission", .identifier, "To this mission."),
    ],
    conditions: [
      SchemaMember(
        "not",
        .object([
          SchemaMember(
            "properties",
            .object(["need", "mission"].map { SchemaMember($0, Schema(type: "string").value) })),
          SchemaMember("required", .texts(["need", "mission"])),
        ]))
    ])

  static let simulation = object([
    .optional(
      "replications", .whole(1...1_000_000_000), "How often the plan is tested.",
      default: .number("\(test.replications)")),
    .optional("seed", seed, "Whole number that all chance hangs on.", default: .number("\(test.seed)")),
    .optional(
      "precision", .number(Bounds(low: 0, high: 0.5, isAboveLow: true, isBelowHigh: true)),
      "Half width of the intervals at which testing may stop."),
    .optional(
      "standards", .array(of: .whole(1...36_500), atLeast: 1, distinct: true),
      "Days after a need's first day that the tables ask about.", default: defaultStandards),
  ])

  private static let seed = Schema(
    type: "integer",
    [SchemaMember("minimum", .number("0")), SchemaMember("maximum", .number("\(UInt64.max)"))])

  private static let plan = AllocationSettings()
  private static let test = SimulationSettings()
  private static let defaultStandards = SchemaValue.list(test.standards.map { .number("\($0)") })
}
