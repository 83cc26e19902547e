// Who asks: missions, and what can be asked for.
extension Schema {
  static let capability = entry(
    "A kind of unit, and the measure it is counted in.",
    [
      .id("The name that needs and pledges use for it."),
      .optional("name", .text, "Its name in tables; the id where absent."),
      .required("measure", .choice(Capability.Measure.self), "What quantities of it count."),
      .required(
        "category", .choice(PersonnelCategory.self), "Under which personnel ceiling its people fall."),
      .optional("kind", .text, "A word to group tables by, such as aviation."),
      .optional(
        "usualSize",
        .object([
          .required("quantity", .number(.positiveAmount), "In the capability's measure."),
          .optional("personnel", .number(.amount), "People that so much of it usually has."),
        ]), "What one unit of it usually brings."),
      .optional(
        "serviceability", .number(.positiveShare),
        "Share of the machines fit to work on a day; used where a need counts serviceable ones.",
        default: .number("1")),
    ])

  static let substitution = entry(
    "One capability standing in for another, at a loss.",
    [
      .required("of", .identifier, "The capability that stands in."),
      .required("for", .identifier, "The capability that is asked for."),
      .required("effectiveness", .number(.factor), "What one of it is worth as the other."),
    ])

  static let mission = entry(
    "A peace operation: who may be there, how many, and how it is reached.",
    [
      .id("The name that needs and pledges use for it."),
      .optional("name", .text, "Its name in tables; the id where absent."),
      .optional("country", .text, "Where it is."),
      .optional(
        "weight", .number(.weight), "How much its gaps matter against those of others.",
        default: .number("1")),
      .optional("languages", .set(of: .language), "What is spoken there: codes such as fr."),
      .optional("mandateUntil", .day, "The first day after its mandate."),
    ] + missionPeople + [
      .optional(
        "budget",
        .object([.required("total", .number(.dollars), "For all its deployments, in US dollars.")]),
        "What may be spent on it."),
      .optional(
        "refuses",
        .object([
          .optional("contributors", .set(), "Contributors whose units it refuses."),
          .optional("capabilities", .set(), "Capabilities it refuses."),
        ]), "What the host state refuses."),
      .optional("seasons", .list(of: season), "Times of the year that slow or close stages."),
      .optional("sites", .list(of: site), "Places in it."),
      .optional("entry", .list(of: entryPoint), "How it is reached."),
      .optional(
        "standardDays", .whole(1...36_500), "Days within which a need of it should be met.",
        default: .number("90")),
    ])

  private static let missionPeople: [SchemaKey] = [
    .optional("ceilings", .byCategory(.amount), "The most people it may have, by category."),
    .optional("present", .byCategory(.amount), "People there on day 0, by category."),
    .optional("presentSpeakers", .number(.amount), "How many of them speak one of its languages."),
    .optional("presentWomen", .byCategory(.amount), "How many of them are women, by category."),
    .optional("languageShare", .number(.share), "Share of its people that must speak one of its languages."),
    .optional("womenShare", .byCategory(.share), "Share of its people that must be women, by category."),
  ]

  private static let season = entry(
    "A time that comes back every year.",
    [
      .id("The name that stages use for it."),
      .required("from", .ref("monthDay"), "Its first day."),
      .required("to", .ref("monthDay"), "Its last day."),
    ])

  private static let site = entry(
    "A place in a mission.",
    [
      .id("The name that needs and caveats use for it."),
      .required("latitude", .number(Bounds(low: -90, high: 90)), "Degrees, north above 0."),
      .required("longitude", .number(Bounds(low: -180, high: 180)), "Degrees, east above 0."),
    ])

  private static let entryPoint = object([
    .required("mode", .choice(EntryPoint.Mode.self), "How one comes in."),
    .optional("site", .identifier, "The site of the mission where that is."),
    .optional("port", .text, "The port of another country where that is."),
  ])
}
