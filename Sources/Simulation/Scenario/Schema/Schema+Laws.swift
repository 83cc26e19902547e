// Lengths of time and days on which chance decides.
extension Schema {
  /// Values that a law may have where a shift lifts them, or where they are days counted from day 0.
  private static let value = number(.anyDay)

  static let lawDefinitions: [SchemaMember] = [
    SchemaMember("duration", durationDefinition.value), SchemaMember("randomDay", randomDayDefinition.value),
    SchemaMember("law", lawDefinition.value),
  ]

  /// Values below 0 need a shift that lifts them.
  private static let durationDefinition = Schema([
    SchemaMember(
      "oneOf",
      .list([
        number(.days).value,
        .object([
          SchemaMember("$ref", .text("#/$defs/law")),
          SchemaMember(
            "if", .object([SchemaMember("not", .object([SchemaMember("required", .texts(["shift"]))]))])),
          SchemaMember("then", .object([SchemaMember("properties", .object(neverNegative))])),
        ]),
      ]))
  ]).described("A length of time: a number of days, or a law that is never negative.")

  private static let neverNegative: [SchemaMember] = {
    let notNegative = SchemaValue.object([SchemaMember("minimum", .number("0"))])
    let items = SchemaValue.object([SchemaMember("items", notNegative)])
    let pairs = SchemaValue.object([
      SchemaMember("items", .object([SchemaMember("prefixItems", .list([notNegative]))]))
    ])
    return [SchemaMember("fixed", notNegative)]
      + ["uniform", "triangular", "pert", "empirical"].map { SchemaMember($0, items) }
      + [SchemaMember("discrete", pairs)]
  }()

  private static let randomDayDefinition = Schema([
    SchemaMember("oneOf", .list([date.value, value.value, ref("law").value]))
  ]).described("A day: a date, a number of days from dayZero, or a law of such numbers.")

  private static let lawDefinition = Schema([
    SchemaMember(
      "oneOf",
      .list(
        [
          law("fixed", value, "Always so many days."),
          law("uniform", points(2), "Anything between the two, equally likely: [least, most]."),
          law("triangular", points(3), "[least, likeliest, most], falling off in straight lines."),
          law(
            "pert", points(3), "[least, likeliest, most], falling off smoothly: a planner's three guesses."),
          law("normal", parameters([("mean", .days), ("sd", .positiveDays)]), "A bell, cut at zero."),
          law("lognormal", lognormal, "Mostly short, sometimes very long, as decisions are."),
          law(
            "gamma", parameters([("mean", .positiveDays), ("sd", .positiveDays)]), "Several steps in a row."),
          law(
            "weibull",
            parameters([("shape", Bounds(low: 0.2, high: 100)), ("scale", .positiveDays)]),
            "Waiting that grows less or more likely to end."),
          law("exponential", parameters([("mean", .positiveDays)]), "Waiting without memory."),
          law("empirical", array(of: value, atLeast: 1), "Days observed, each equally likely."),
          law(
            "discrete", array(of: pair, atLeast: 1),
            "[days, probability] for each; the probabilities sum to 1."),
        ].map(\.value)))
  ]).described("How chance decides a number of days: exactly one law, and a shift if wanted.")

  private static func law(_ name: String, _ parameters: Schema, _ description: String) -> Schema {
    object([
      .required(name, parameters, description),
      .optional("shift", value, "Days added to every value.", default: .number("0")),
    ])
  }

  private static func points(_ count: Int) -> Schema { numbers([], count: count) }

  private static let pair = Schema(
    type: "array",
    [
      SchemaMember("prefixItems", .list([value.value, number(.share).value])),
      SchemaMember("minItems", .number("2")), SchemaMember("maxItems", .number("2")),
    ])

  private static func numbers(_ more: [SchemaMember], count: Int) -> Schema {
    Schema(
      type: "array",
      [
        SchemaMember("items", value.value), SchemaMember("minItems", .number("\(count)")),
        SchemaMember("maxItems", .number("\(count)")),
      ] + more)
  }

  private static func parameters(_ names: [(String, Bounds)]) -> Schema {
    object(names.map { .required($0, number($1), parameterMeaning[$0] ?? "") })
  }

  private static let lognormal = Schema([
    SchemaMember(
      "oneOf",
      .list([
        parameters([("median", .positiveDays), ("p95", .positiveDays)]).value,
        parameters([("mean", .positiveDays), ("sd", .positiveDays)]).value,
      ]))
  ])

  private static let parameterMeaning = [
    "mean": "The mean, in days.", "sd": "The standard deviation, in days.",
    "median": "Half of all cases are shorter, in days.",
    "p95": "Nineteen of twenty cases are shorter, in days: above the median.",
    "shape": "Below 1 the longer, the less likely to end; above 1 the more.", "scale": "In days.",
  ]
}
