import Foundation
import Testing

/// What was read from `results.json`, with the place named where it is not as expected.
struct JSONObject {
  let members: [String: Any]

  init(_ members: [String: Any]) { self.members = members }

  subscript(_ path: String) -> JSONObject {
    get throws {
      var found: Any = members
      for key in path.split(separator: ".") {
        found = try #require((found as? [String: Any])?[String(key)], "no key \(key) of \(path)")
      }
      return JSONObject(try #require(found as? [String: Any], "\(path) is no object"))
    }
  }

  func number(_ key: String) throws -> Double {
    try #require((members[key] as? NSNumber)?.doubleValue, "\(key) is no number")
  }

  func list(_ key: String) throws -> [JSONObject] {
    try #require(members[key] as? [[String: Any]], "\(key) is no list").map(JSONObject.init)
  }

  /// The entry of a list whose member has that value.
  func entry(of key: String, where member: String, is value: String) throws -> JSONObject {
    let entry = try list(key).first { $0.members[member] as? String == value }
    return try #require(entry, "no \(value) in \(key)")
  }

  func text(_ key: String) -> String? { members[key] as? String }
}
