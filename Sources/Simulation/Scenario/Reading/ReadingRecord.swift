/// What the reader asked of a document, place by place, so that a test can hold the schema against it.
///
/// Places are written as `$.needs[].quantity`; a key that is a name, as in `ceilings`, as `*`.
package final class ReadingRecord {
  /// Keys that were asked for, by the object's place.
  package private(set) var keys: [String: Set<String>] = [:]
  /// Keys that every object at that place must have.
  package var required: [String: Set<String>] {
    requiredByObject.reduce(into: [:]) { result, object in
      let place = place(of: object.value.path)
      result[place] = result[place]?.intersection(object.value.keys) ?? object.value.keys
    }
  }
  /// Keys of which exactly one must stand, by the object's place.
  package private(set) var exclusive: [String: Set<[String]>] = [:]
  /// What values were read as, in words, by place.
  package private(set) var values: [String: Set<String>] = [:]

  private var requiredByObject: [String: (path: JSONPath, keys: Set<String>)] = [:]
  private var tables: Set<String> = []

  init() {}

  func key(_ key: String, of path: JSONPath) {
    keys[place(of: path), default: []].insert(key)
    requiredByObject["\(path)", default: (path, [])].keys.formUnion([])
  }

  func require(_ key: String, of path: JSONPath) {
    requiredByObject["\(path)", default: (path, [])].keys.insert(key)
  }

  func oneOf(_ keys: [String], of path: JSONPath) { exclusive[place(of: path), default: []].insert(keys) }

  func table(at path: JSONPath) { tables.insert(place(of: path)) }

  func value(_ kind: String, at path: JSONPath) { values[place(of: path), default: []].insert(kind) }

  private func place(of path: JSONPath) -> String {
    switch path {
    case .root: return "$"
    case .row: return "row"
    case .index(let parent, _): return place(of: parent) + "[]"
    case .key(let parent, let key):
      let parent = place(of: parent)
      return tables.contains(parent) ? "\(parent).*" : "\(parent).\(key)"
    }
  }

  /// Reads a document and tells what was asked of it; whatever is wrong with it is left aside.
  package static func reading(_ bytes: [UInt8]) -> ReadingRecord {
    let reading = Reading()
    let record = ReadingRecord()
    reading.record = record
    if let root = JSONParser.parse(SourceText(name: "record", bytes: bytes)).root {
      _ = ScenarioReader(reading, root: root).read()
    }
    return record
  }

  /// Takes in what was asked of another document.
  package func merge(_ other: ReadingRecord) {
    keys.merge(other.keys) { $0.union($1) }
    exclusive.merge(other.exclusive) { $0.union($1) }
    values.merge(other.values) { $0.union($1) }
    tables.formUnion(other.tables)
    for (path, object) in other.requiredByObject {
      requiredByObject["\(requiredByObject.count) \(path)"] = object
    }
  }
}
