// What is missing, and who could help.
extension Schema {
  static let need = entry(
    "A gap: so much of a capability that a mission needs, from one day until another.",
    [
      .id("The name that other entries and the tables use for it."),
      .required("mission", .identifier, "The mission that needs it."),
      .required("capability", .identifier, "What it needs."),
      .required("quantity", .number(.positiveAmount), "How much, in the capability's measure."),
      .optional(
        "counted", .choice(Need.Counting.self),
        "Whether machines count whole, or those fit to work on a day.",
        default: .text("nominal")),
      .optional("from", .day, "The first day.", default: .number("0")),
      .optional("until", .day, "The first day after; the end of the horizon where absent."),
      .optional(
        "weight", .number(.weight), "How much a day without it matters against other needs.",
        default: .number("1")),
      .optional("tiers", .list(of: tier), "Weights by quantity, where the first matter more than the last."),
      .optional("accepts", acceptance, "What a pledge must bring to serve it; anything where absent."),
      .optional("enabledBy", .set(), "Needs without which this one is of no use."),
      .optional("deadlineDays", .whole(0...36_500), "Days after its first day when help comes too late."),
      .optional("site", .identifier, "The site of the mission where it is."),
    ])

  private static let tier = object([
    .required("upTo", .number(.positiveAmount), "Up to this quantity; rises from tier to tier."),
    .required("weight", .number(.weight), "What a day without it weighs; never rises."),
  ])

  private static let acceptance = object([
    .optional(
      "readiness", .choice(Readiness.self), "This level or a better one.", default: .text("unregistered")),
    .optional("attributes", .set(), "All of these, of the pledge."),
    .optional("languages", .set(of: .language), "Any of these, of the pledge or its contributor."),
    .optional("endorsements", .set(), "All of these, of the contributor."),
    .optional(
      "womenShareAtLeast", .number(.share), "Share of women among its people.", default: .number("0")),
  ])

  static let contributor = entry(
    "A state or an organisation that pledges units.",
    [
      .id("The name that pledges use for it: its ISO code, such as CAN."),
      .optional("name", .text, "Its name in tables; the id where absent."),
      .optional("languages", .set(of: .language), "What its people speak, where a pledge says nothing."),
      .optional("endorsements", .set(), "Documents it has endorsed, such as vancouver-principles."),
      .optional(
        "delayCorrelation", .number(.share), "How far delays of its pledges come together.",
        default: .number("0")),
    ])
}
