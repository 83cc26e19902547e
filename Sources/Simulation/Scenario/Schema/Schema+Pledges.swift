// What was promised.
extension Schema {
  static let pledge = entry(
    "Units that a contributor has promised, and under what conditions.",
    [
      .id("The name that other entries and the tables use for it."),
      .required("contributor", .identifier, "Who promised it."),
      .optional("partners", .set(), "Contributors that take part."),
      .required("capability", .identifier, "What was promised."),
      .required("quantity", .number(.positiveAmount), "How much, in the capability's measure."),
      .optional(
        "units", .whole(1...1_000_000),
        "Elements that can be sent apart; 1, or the quantity where the measure is units."),
      .optional(
        "readiness", .choice(Readiness.self), "How far the UN has checked it.",
        default: .text("unregistered")),
      .optional(
        "probability", .number(.share), "Chance that it comes at all.", default: .number("1")),
    ] + pledgeDays + pledgeConditions + pledgeSize + [
      .optional("process", .identifier, "How it becomes presence; without one it is there on its first day."),
      .optional("done", .set(), "Stages of its process that are finished on the day of the request."),
      .optional("inPlace", .identifier, "The need it serves on day 0, until its last day."),
    ])

  private static let pledgeDays: [SchemaKey] = [
    .optional("recordedOn", .day, "When it was put on record."),
    .optional("history", .list(of: record), "What it was on other days."),
    .optional("requestFrom", .day, "The first day on which it may be requested.", default: .number("0")),
    .optional("from", .day, "The first day on which it may be present.", default: .number("0")),
    .optional("until", .day, "The first day after; the end of the horizon where absent."),
    .optional("tourDays", .whole(1...36_500), "Days it stays; to its end where absent."),
  ]

  private static let pledgeConditions: [SchemaKey] = [
    .optional("missions", selection("missions"), "Where it may go; anywhere where absent."),
    .optional(
      "caveats",
      .object([
        .optional("sites", selection("sites"), "Places of a mission where it may go."),
        .optional("text", .text, "The caveat in words."),
      ]), "What its contributor does not allow."),
    .optional("attributes", .set(), "What else it can do, such as night-vision."),
    .optional(
      "languages", .table(keys: .language, values: .number(.share)),
      "Share of its people that speak each language."),
    .optional(
      "withdrawal",
      .object([
        .optional(
          "perYear", .number(.share), "Rate a year: it stays t years with probability exp(-rate t).",
          default: .number("0"))
      ]),
      "That it leaves before its time."),
    .optional("shared", .flag, "Whether several missions may share it.", default: .flag(false)),
  ]

  private static let pledgeSize: [SchemaKey] = [
    .optional("personnel", .number(.amount), "People in all; the usual number where absent."),
    .optional("women", .number(.amount), "How many of them are women.", default: .number("0")),
    .optional("tonnes", .number(.amount), "What must be carried, in all.", default: .number("0")),
    .optional(
      "cost",
      .object(
        rate + [
          .optional(
            "byMission", .table(keys: .identifier, values: .object(rate)),
            "Where a mission costs something else.")
        ]),
      "For the whole pledge, in US dollars."),
    .optional("parts", .list(of: part), "Shares of it that follow one another; they sum to 1."),
  ]

  private static let rate: [SchemaKey] = [
    .optional("deployment", .number(.dollars), "To bring it there, in US dollars."),
    .optional("perDay", .number(.dollars), "For each day of presence, in US dollars."),
  ]

  private static let part = object([
    .required("share", .number(.positiveShare), "Of the whole pledge."),
    .optional("lagDays", .number(.days), "Days after the first.", default: .number("0")),
  ])

  private static let record = entry(
    "The pledge as of another day.",
    [
      .required("recordedOn", .day, "That day."),
      .required("quantity", .number(.amount), "How much it was, in the capability's measure."),
      .optional("text", .text, "What was said."),
    ])

  private static func selection(_ what: String) -> Schema {
    object([
      .optional("only", .set(), "None but these \(what)."),
      .optional("except", .set(), "Any but these \(what)."),
    ])
  }
}
