// Pledges that hang together, and what helps others to come.
extension Schema {
  static let package = entry(
    "Pledges that belong together.",
    [
      .id("Its name in the tables."),
      .required(
        "kind", .names(["rotation", "all-or-nothing", "at-most"]),
        "Members take turns; come together or not at all; or are forms of one promise."),
      .required(
        "members", .array(of: .identifier, atLeast: 1, distinct: true),
        "Pledges; those of a rotation in the order of their turns."),
      .optional("overlapDays", .whole(0...36_500), "Rotation: days on which two turns overlap."),
      .optional(
        "offsetDays", .table(keys: .identifier, values: .whole(0...36_500)),
        "All or nothing: days after the start when a member is to be there."),
      .optional("personnel", .number(.amount), "At most: people of all members together."),
    ],
    conditions: [
      all(of: [
        when("kind", is: "rotation", absent: ["offsetDays", "personnel"]),
        when("kind", is: "all-or-nothing", absent: ["overlapDays", "personnel"]),
        when("kind", is: "at-most", required: ["personnel"], absent: ["overlapDays", "offsetDays"]),
      ])
    ])

  static let support = entry(
    "Help that speeds others up: training, equipment, or carriers.",
    [
      .id("Its name in the tables."),
      .optional("contributor", .identifier, "Who offers it."),
      .required("kind", .choice(Support.Kind.self), "What is offered."),
      .optional("capacity", .whole(1...1_000_000), "Deployments that may use it."),
      .optional(
        "for",
        .object([
          .optional("capabilities", .set(), "Pledges of these capabilities."),
          .optional("pledges", .set(), "These pledges."),
          .optional("contributors", .set(), "Pledges of these contributors."),
        ]), "Who may use it."),
      .optional(
        "effect",
        .object([
          .required("stage", .identifier, "The stage it shortens."),
          .required("factor", .number(.share), "What remains of the stage's length."),
        ]), "What it does."),
      .optional("raisesReadinessTo", .choice(Readiness.self), "The readiness of those it helped."),
      .optional("pool", .identifier, "Lift: the pool it adds carriers to."),
      .optional("carriers", .whole(1...1_000_000), "Lift: how many."),
      .optional("from", .day, "The first day.", default: .number("0")),
      .optional("until", .day, "The first day after; the end of the horizon where absent."),
    ],
    conditions: [
      all(of: [
        when("kind", is: "lift", required: ["pool", "carriers"]),
        when("kind", is: "training", required: ["capacity"], absent: ["pool", "carriers"]),
        when("kind", is: "equipment", required: ["capacity"], absent: ["pool", "carriers"]),
      ])
    ])
}
