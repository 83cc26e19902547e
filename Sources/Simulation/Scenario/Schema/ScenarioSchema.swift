/// The scenario format as a JSON Schema, draft 2020-12, for editors and other programs.
///
/// It says of one file by itself what can be said so: keys, types, names, ranges. What hangs on other entries,
/// such as a mission that does not exist, only the reader sees. Comments and trailing commas, which the reader
/// accepts, are no JSON and so beyond any schema.
public enum ScenarioSchema {
  /// The text of `Scenarios/scenario.schema.json`.
  public static var text: String { document.fileText }

  private static let document = SchemaValue.object(
    [
      SchemaMember("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      SchemaMember("title", .text("simrun scenario")),
      SchemaMember("description", .text(description)),
    ] + top.members + [SchemaMember("$defs", .object(definitions))])

  private static let description = """
    What missions need, what states have pledged, and how slowly pledges turn into presence. simrun also \
    accepts comments and trailing commas, which a schema cannot express, and sees more mistakes: \
    'simrun check' lists them all.
    """

  private static let top = Schema.object(frame + lists + settings, conditions: [wholeOrIncluded])

  private static let frame: [SchemaKey] = [
    .optional("$schema", .text, "Where this schema is, for editors."),
    .optional(
      "formatVersion", .whole(FormatVersion.current...FormatVersion.current),
      "The version of this format."),
    .optional("id", .identifier, "The scenario's name in results."),
    .optional("title", .text, "Its title on the page; the id where absent."),
    .optional("dayZero", .date, "The date that days are counted from."),
    .optional("horizon", Schema.horizon, "How far the scenario looks."),
    .optional(
      "include", .array(of: .text),
      "Other files whose lists of entries belong to this one's, relative to this file."),
  ]

  private static let settings: [SchemaKey] = [
    .optional("trigger", Schema.trigger, "When the request comes."),
    .optional("allocation", Schema.allocation, "How the plan is made."),
    .optional("simulation", Schema.simulation, "How the plan is tested."),
    .optional(
      "overrides", .table(keys: .identifier, values: Schema(type: "object")),
      "Named sets of changes, each a path such as gates.consent.opens and its new value; see --with."),
  ]

  /// A scenario has all that only a scenario may have; a file that scenarios include has none of it.
  private static let wholeOrIncluded: SchemaMember = {
    let required = ["formatVersion", "id", "dayZero", "horizon"]
    let absent = (frame + settings).map(\.name).filter {
      !["$schema", "formatVersion", "include"].contains($0)
    }
    let given = Schema(
      type: "object",
      [
        SchemaMember("required", .texts(required)),
        SchemaMember("properties", .object(required.map(Self.given))),
      ])
    let included = Schema(
      type: "object",
      [SchemaMember("properties", .object(absent.map { SchemaMember($0, Schema.nothing.value) }))])
    return SchemaMember(
      "anyOf",
      .list([
        given.described("A scenario.").value,
        included.described("A file that scenarios include: lists of entries and nothing else.").value,
      ]))
  }()

  /// A key that stands and is not null.
  private static func given(_ key: String) -> SchemaMember {
    SchemaMember(key, .object([SchemaMember("not", Schema.nothing.value)]))
  }

  /// The list of a scenario, the definition of its entries, and what they are.
  private static let kinds: [(list: String, entry: String, schema: Schema, description: String)] = [
    ("capabilities", "capability", Schema.capability, "Kinds of units."),
    ("substitutions", "substitution", Schema.substitution, "What may stand in for what."),
    ("missions", "mission", Schema.mission, "Who asks."),
    ("needs", "need", Schema.need, "What is missing."),
    ("contributors", "contributor", Schema.contributor, "Who promises."),
    ("pledges", "pledge", Schema.pledge, "What was promised."),
    ("packages", "package", Schema.package, "Pledges that belong together."),
    ("supports", "support", Schema.support, "What helps others to come."),
    ("lift", "liftPool", Schema.liftPool, "Carriers."),
    ("processes", "process", Schema.process, "How pledges become presence."),
    ("gates", "gate", Schema.gate, "What must be open first."),
    ("resources", "resource", Schema.resource, "What stages share."),
    ("risks", "risk", Schema.risk, "What may happen."),
    ("milestones", "milestone", Schema.milestone, "Days to compare."),
  ]

  private static let lists: [SchemaKey] = kinds.map {
    .optional($0.list, .list(of: .ref($0.entry)), $0.description)
  }

  private static let definitions: [SchemaMember] =
    kinds.map { SchemaMember($0.entry, $0.schema.value) } + Schema.lawDefinitions + words

  private static let words: [SchemaMember] = [
    SchemaMember(
      "identifier",
      Schema.pattern("^[A-Za-z0-9._-]{1,100}$")
        .described("A name that entries use for one another: letters a-z A-Z, digits, '-', '_', '.'.").value),
    SchemaMember(
      "text",
      Schema.pattern("^[^\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]*$")
        .described("Words for people; no control characters.").value),
    SchemaMember(
      "language", Schema.pattern("^[a-z]{2,3}$").described("An ISO 639 code, such as fr.").value),
    SchemaMember(
      "date",
      Schema.pattern("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")
        .described("A date, YYYY-MM-DD.").value),
    SchemaMember(
      "monthDay",
      Schema.pattern("^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")
        .described("A day of every year, MM-DD.").value),
    SchemaMember(
      "day",
      Schema.any(of: [.whole(Int(Bounds.anyDay.low)...Int(Bounds.anyDay.high)), .date])
        .described("A day: a whole number of days from dayZero, or a date.").value),
    SchemaMember(
      "csvFile",
      Schema(
        type: "object",
        [
          SchemaMember("properties", .object([SchemaMember("csv", Schema.text.value)])),
          SchemaMember("additionalProperties", .flag(false)), SchemaMember("required", .texts(["csv"])),
        ]
      ).described("The list is in a CSV file: one row an entry, dotted columns, lists with ';'.").value),
  ]
}
