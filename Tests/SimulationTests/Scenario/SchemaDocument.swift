import Simulation
import Testing

/// A JSON Schema as it reads place by place, in the words of ``ReadingRecord``.
struct SchemaDocument {
  struct Object {
    let path: String
    let keys: Set<String>
    let required: Set<String>
    /// Keys of which exactly one must stand.
    let exclusive: [String]?
  }

  struct Value {
    let path: String
    let kinds: Set<String>
  }

  /// Every law once, and both ways to give a lognormal one.
  static let laws = [
    "{\"fixed\": 3}", "{\"uniform\": [1, 2]}", "{\"triangular\": [1, 2, 3]}", "{\"pert\": [1, 2, 3]}",
    "{\"normal\": {\"mean\": 3, \"sd\": 1}}", "{\"lognormal\": {\"median\": 3, \"p95\": 9}}",
    "{\"lognormal\": {\"mean\": 3, \"sd\": 1}}", "{\"gamma\": {\"mean\": 3, \"sd\": 1}}",
    "{\"weibull\": {\"shape\": 1, \"scale\": 3}}", "{\"exponential\": {\"mean\": 3}}",
    "{\"empirical\": [1, 2]}", "{\"discrete\": [[1, 0.5], [2, 0.5]]}", "{\"fixed\": 3, \"shift\": 1}", "12",
  ]

  private static let words: Set = ["identifier", "text", "language", "date", "monthDay"]

  private let root: JSONNode
  private(set) var objects: [Object] = []
  private(set) var values: [Value] = []

  init(_ text: String) throws {
    root = try #require(JSONParser.parse(SourceText(name: "schema", bytes: Array(text.utf8))).root)
    visit([root], at: "$")
  }

  /// What the reader's word for a kind of value comes down to.
  static func kinds(of read: String) -> [String] {
    let anyDay = "number >= -1000000.0 <= 1000000.0"
    return switch read {
    case "day": ["whole number -1000000 to 1000000", "date"]
    case "duration": ["number >= 0.0 <= 1000000.0", "object"]
    case "random day": [anyDay, "date", "object"]
    case "season effect": ["number > 0.0 <= 1000.0", "closed"]
    case "evidence": ["text", "object"]
    case "day of the year": ["monthDay"]
    default: [read]
    }
  }

  private mutating func visit(_ schemas: [JSONNode], at path: String) {
    let alternatives = schemas.flatMap { self.alternatives(of: $0, at: path) }
    values.append(Value(path: path, kinds: Set(alternatives.compactMap(\.kind))))
    let objects = alternatives.compactMap(\.node).filter { $0["properties"] != nil }
    if !objects.isEmpty { visit(objects: objects, at: path) }
    for node in alternatives.compactMap(\.node) {
      guard let names = node["propertyNames"], let values = node["additionalProperties"] else { continue }
      visit([names, values], at: path + ".*")
    }
    let elements = alternatives.compactMap(\.node).flatMap { node in
      (node["items"].map { [$0] } ?? []) + (node["prefixItems"]?.elements ?? [])
    }
    if !elements.isEmpty { visit(elements, at: path + "[]") }
  }

  private mutating func visit(objects: [JSONNode], at path: String) {
    var properties: [String: [JSONNode]] = [:]
    for object in objects {
      for member in object["properties"]?.members ?? [] {
        properties[member.key, default: []].append(member.node)
      }
    }
    // Of the top, a scenario and what scenarios include are two; the scenario is the first.
    let required = objects.map {
      Set(($0["required"] ?? $0["anyOf"]?.elements.first?["required"])?.elements.compactMap(\.text) ?? [])
    }
    let common = required.dropFirst().reduce(required[0]) { $0.intersection($1) }
    let branches = objects.count > 1 ? objects : objects[0]["oneOf"]?.elements ?? []
    let single = branches.compactMap { $0["required"]?.elements }.filter { $0.count == 1 }.compactMap(
      \.first?.text)
    self.objects.append(
      Object(
        path: path, keys: Set(properties.keys), required: common,
        exclusive: single.isEmpty || single.count != branches.count ? nil : single))
    for (key, nodes) in properties.sorted(by: { $0.key < $1.key }) { visit(nodes, at: "\(path).\(key)") }
  }

  private struct Alternative {
    var kind: String?
    var node: JSONNode?
  }

  /// What a value may be, references followed.
  ///
  /// The law behind it is followed for gates only: it is one law.
  private func alternatives(of schema: JSONNode, at path: String) -> [Alternative] {
    if let name = schema["$ref"]?.text?.split(separator: "/").last.map(String.init) {
      if Self.words.contains(name) { return [Alternative(kind: name)] }
      if name == "csvFile" { return [] }
      if name == "law", path != "$.gates[].opens" { return [Alternative(kind: "object")] }
      return root["$defs"]?[name].map { alternatives(of: $0, at: path) } ?? []
    }
    // Beside properties, oneOf says which of them stand.
    if schema["properties"] == nil, let choices = schema["anyOf"] ?? schema["oneOf"] {
      return choices.elements.flatMap { alternatives(of: $0, at: path) }
    }
    return [Alternative(kind: schema.kind, node: schema)]
  }
}

extension JSONNode {
  fileprivate var elements: [JSONNode] {
    if case .list(let nodes) = value { nodes } else { [] }
  }

  fileprivate var members: [JSONMember] {
    if case .object(let members) = value { members } else { [] }
  }

  fileprivate var text: String? {
    if case .text(let text) = value { text } else { nil }
  }

  fileprivate var number: String? {
    if case .number(_, let raw) = value { raw } else { nil }
  }

  /// In the words of ``ReadingRecord``; `nil` for null, which stands for an absent key.
  fileprivate var kind: String? {
    if let constant = self["const"] { return constant.text ?? "true or false" }
    if let names = self["enum"] {
      return "one of \(names.elements.compactMap(\.text).sorted().joined(separator: ", "))"
    }
    let types = self["type"].map { [$0] + $0.elements }?.compactMap(\.text) ?? []
    switch types.first {
    case "boolean": return "true or false"
    case "integer":
      return "whole number \(self["minimum"]?.number ?? "?") to \(self["maximum"]?.number ?? "?")"
    case "number":
      return
        "number \(bound("exclusiveMinimum", ">", "minimum")) \(bound("exclusiveMaximum", "<", "maximum"))"
    case "array": return "list"
    case "object": return "object"
    default: return nil
    }
  }

  private func bound(_ exclusive: String, _ sign: String, _ inclusive: String) -> String {
    let isExclusive = self[exclusive] != nil
    let value = (self[exclusive] ?? self[inclusive])?.number.flatMap(Double.init)
    return "\(sign)\(isExclusive ? "" : "=") \(value.map { "\($0)" } ?? "?")"
  }
}
