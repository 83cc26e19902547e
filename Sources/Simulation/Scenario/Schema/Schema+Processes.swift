// How a pledge becomes presence.
extension Schema {
  static let process = entry(
    "The stages from the request for a pledge to its presence.",
    [
      .id("The name that pledges use for it."),
      .required("stages", .list(of: stage, atLeast: 1), "In any order: 'after' says what comes first."),
    ])

  private static let stage = entry(
    "One step on the way.",
    [
      .id("The name that other stages use for it."),
      .optional("days", .duration, "How long it takes; no time where absent."),
      .optional("after", .set(), "Stages that come before it; it begins at the request where absent."),
      .optional(
        "gate", .identifier, "The kind of gate of the mission that it waits for, such as host-consent."),
      .optional("uses", .identifier, "The shared resource it needs one of."),
      .optional("lift", .identifier, "The lift pool that carries it."),
      .optional(
        "season",
        .table(
          keys: .identifier,
          values: .any(of: [.number(.factor), Schema([SchemaMember("const", .text("closed"))])])),
        "By season: a factor on its length, or closed."),
      .optional("skipFrom", .choice(Readiness.self), "Not needed from this readiness on."),
      .optional("onWarning", .flag, "Whether it begins at the warning.", default: .flag(false)),
    ])

  static let liftPool = entry(
    "Carriers that pledges queue for.",
    [
      .id("The name that stages use for it."),
      .optional("mode", .choice(LiftPool.Mode.self), "What they travel by."),
      .required("carriers", .whole(1...1_000_000), "How many there are."),
      .optional("payloadTonnes", .number(load), "What one carries; any weight where absent."),
      .optional("seats", .number(load), "How many people one carries; any number where absent."),
      .required("cycleDays", .duration, "Days from one loading to the next, above 0."),
    ])

  private static let load = Bounds(low: 0.001, high: 1e9)

  static let gate = entry(
    "Something of a mission that must be open before a stage can end, such as consent or a camp.",
    [
      .id("Its name."),
      .required("kind", .identifier, "The word that stages wait for; one gate of a kind in a mission."),
      .required("mission", .identifier, "The mission it belongs to."),
      .optional("opens", .randomDay, "When it opens."),
      .optional(
        "opensWithCoverage",
        .object([
          .required("need", .identifier, "The need that must be covered."),
          .required("atLeast", .number(.positiveShare), "How much of it."),
        ]), "That it opens once a need is covered."),
    ], conditions: [exactlyOne(of: ["opens", "opensWithCoverage"])])

  static let resource = entry(
    "Something that stages share, such as an inspection team.",
    [
      .id("The name that stages use for it."),
      .required("count", .whole(1...1_000_000), "How many there are."),
    ])

  static let risk = entry(
    "Something that may happen to a pledge at a stage.",
    [
      .id("Its name."), .required("probability", .number(.share), "Its chance."),
      .required("stage", .identifier, "At the end of which stage."),
      .required(
        "effect",
        .object(
          [
            .optional("delay", .duration, "So many days more."),
            .optional("cancel", Schema([SchemaMember("const", .flag(true))]), "The pledge never comes."),
            .optional("sendBackTo", .identifier, "It starts again from this stage."),
          ], conditions: [exactlyOne(of: ["delay", "cancel", "sendBackTo"])]),
        "What happens."),
      .optional("contributors", .set(), "To pledges of these only."),
      .optional("missions", .set(), "To pledges on their way to these only."),
    ])

  static let milestone = entry(
    "A day worth comparing with, such as a ministerial.",
    [
      .id("Its name."), .optional("name", .text, "Its name in tables; the id where absent."),
      .required("date", .day, "The day."),
    ])
}
