/// A piece of a JSON Schema, draft 2020-12: what one value may be.
///
/// Ranges and names are the reader's own, so that schema and reader say the same; keys are compared by a test.
struct Schema: Sendable {
  var members: [SchemaMember]

  init(_ members: [SchemaMember]) { self.members = members }

  init(type: String, _ more: [SchemaMember] = []) {
    members = [SchemaMember("type", .text(type))] + more
  }

  var value: SchemaValue { .object(members) }

  subscript(key: String) -> SchemaValue? { members.first { $0.key == key }?.value }

  /// The same with one more keyword; those that describe come first.
  func with(_ key: String, _ value: SchemaValue, first: Bool = false) -> Schema {
    let member = SchemaMember(key, value)
    return Schema(first ? [member] + members : members + [member])
  }

  func described(_ text: String) -> Schema { with("description", .text(text), first: true) }
}

extension Schema {
  static let flag = Schema(type: "boolean")
  static let nothing = Schema(type: "null")

  /// One of the definitions.
  static func ref(_ name: String) -> Schema { Schema([SchemaMember("$ref", .text("#/$defs/\(name)"))]) }

  static let text = ref("text")
  static let identifier = ref("identifier")
  static let language = ref("language")
  static let day = ref("day")
  static let date = ref("date")
  static let duration = ref("duration")
  static let randomDay = ref("randomDay")

  static func number(_ bounds: Bounds) -> Schema {
    Schema(
      type: "number",
      [
        SchemaMember(bounds.isAboveLow ? "exclusiveMinimum" : "minimum", .number(bounds.low)),
        SchemaMember(bounds.isBelowHigh ? "exclusiveMaximum" : "maximum", .number(bounds.high)),
      ])
  }

  static func whole(_ range: ClosedRange<Int>) -> Schema {
    Schema(
      type: "integer",
      [
        SchemaMember("minimum", .number("\(range.lowerBound)")),
        SchemaMember("maximum", .number("\(range.upperBound)")),
      ])
  }

  static func pattern(_ expression: String) -> Schema {
    Schema(type: "string", [SchemaMember("pattern", .text(expression))])
  }

  static func names(_ names: [String]) -> Schema {
    Schema(type: "string", [SchemaMember("enum", .texts(names))])
  }

  static func choice<Choice>(_ type: Choice.Type) -> Schema
  where Choice: RawRepresentable<String> & CaseIterable {
    names(Choice.allCases.map(\.rawValue))
  }

  static func any(of alternatives: [Schema]) -> Schema {
    Schema([SchemaMember("anyOf", .list(alternatives.map(\.value)))])
  }

  /// An object whose keys are names.
  static func table(keys: Schema, values: Schema) -> Schema {
    Schema(
      type: "object",
      [SchemaMember("propertyNames", keys.value), SchemaMember("additionalProperties", values.value)])
  }

  static func byCategory(_ bounds: Bounds) -> Schema {
    table(keys: choice(PersonnelCategory.self), values: number(bounds))
  }

  /// A list that is written out.
  static func array(of element: Schema, atLeast least: Int = 0, distinct: Bool = false) -> Schema {
    var more = [
      SchemaMember("items", element.value), SchemaMember("maxItems", .number("\(Reading.longestList)")),
    ]
    if least > 0 { more.append(SchemaMember("minItems", .number("\(least)"))) }
    if distinct { more.append(SchemaMember("uniqueItems", .flag(true))) }
    return Schema(type: "array", more)
  }

  /// A list of entries, written out or in a CSV file.
  static func list(of element: Schema, atLeast least: Int = 0) -> Schema {
    any(of: [array(of: element, atLeast: least), ref("csvFile")])
  }

  /// Names, each at most once.
  static func set(of element: Schema = .identifier) -> Schema { array(of: element, distinct: true) }

  /// The same, or `null`, which stands for an absent key.
  var orNull: Schema {
    if case .list(let alternatives) = self["anyOf"] {
      return Schema(
        members.map {
          $0.key == "anyOf" ? SchemaMember("anyOf", .list(alternatives + [Schema.nothing.value])) : $0
        })
    }
    guard case .text(let type) = self["type"], self["const"] == nil else {
      return .any(of: [self, .nothing])
    }
    return Schema(
      members.map { member in
        switch (member.key, member.value) {
        case ("type", _): SchemaMember("type", .texts([type, "null"]))
        case ("enum", .list(let names)): SchemaMember("enum", .list(names + [.null]))
        default: member
        }
      })
  }
}
