/// A key of an object, what it may hold, and what it means.
struct SchemaKey: Sendable {
  let name: String
  let schema: Schema
  let isRequired: Bool

  /// A key that may be absent, or `null`.
  static func optional(
    _ name: String, _ schema: Schema, _ description: String, default value: SchemaValue? = nil
  ) -> SchemaKey {
    let described = schema.orNull.described(description)
    return SchemaKey(
      name: name, schema: value.map { described.with("default", $0) } ?? described, isRequired: false)
  }

  static func required(_ name: String, _ schema: Schema, _ description: String) -> SchemaKey {
    SchemaKey(name: name, schema: schema.described(description), isRequired: true)
  }

  /// The identifier of an entry.
  static func id(_ description: String) -> SchemaKey { required("id", .identifier, description) }
}

extension Schema {
  /// An object with keys of its own, and what must hold between them; `notes` may stand in any.
  static func object(_ keys: [SchemaKey], conditions: [SchemaMember] = []) -> Schema {
    let notes = SchemaKey.optional("notes", .text, "Anything to remember; changes no result.")
    let properties = (keys + [notes]).map { SchemaMember($0.name, $0.schema.value) }
    let required = keys.filter(\.isRequired).map(\.name)
    var members = [
      SchemaMember("properties", .object(properties)), SchemaMember("additionalProperties", .flag(false)),
    ]
    if !required.isEmpty { members.append(SchemaMember("required", .texts(required))) }
    return Schema(type: "object", members + conditions)
  }

  /// An object that says where its figures are from.
  static func entry(
    _ description: String, _ keys: [SchemaKey], conditions: [SchemaMember] = []
  ) -> Schema {
    let names = keys.map(\.name)
    let evidence = [
      SchemaKey.optional(
        "source", .evidence(names),
        "Where the figures are from: a text for the whole entry, or one for each of its keys."),
      SchemaKey.optional(
        "assumption", .evidence(names),
        "Why a figure without source was chosen: a text for the whole entry, or one for each of its keys."),
    ]
    return object(keys + evidence, conditions: conditions).described(description)
  }

  private static func evidence(_ keys: [String]) -> Schema {
    any(of: [text, table(keys: names(keys), values: text)])
  }

  /// Exactly one of the keys stands.
  static func exactlyOne(of keys: [String]) -> SchemaMember {
    SchemaMember("oneOf", .list(keys.map { .object([SchemaMember("required", .texts([$0]))]) }))
  }

  /// Where `key` has the value, keys that must stand, and keys that may not.
  static func when(
    _ key: String, is value: String, required: [String] = [], absent: [String] = []
  ) -> Schema {
    let test = [
      SchemaMember(
        "properties", .object([SchemaMember(key, .object([SchemaMember("const", .text(value))]))])),
      SchemaMember("required", .texts([key])),
    ]
    var then: [SchemaMember] = []
    if !absent.isEmpty {
      then.append(
        SchemaMember("properties", .object(absent.map { SchemaMember($0, Schema.nothing.value) })))
    }
    if !required.isEmpty { then.append(SchemaMember("required", .texts(required))) }
    return Schema([SchemaMember("if", .object(test)), SchemaMember("then", .object(then))])
  }

  static func all(of conditions: [Schema]) -> SchemaMember {
    SchemaMember("allOf", .list(conditions.map(\.value)))
  }
}
