/// Reads a JSON text into a tree that knows where each value stands.
///
/// Beyond JSON, comments and trailing commas are accepted, nothing else. Time and memory grow linearly with
/// the text; nesting is limited so that no text can exhaust the stack. Decision 0001 says why it is our own.
package struct JSONParser {
  package static let deepestNesting = 128

  let source: SourceText
  let sourceNumber: Int
  var position: Int
  private var steps: [Step] = []
  /// Values that cannot stand, in a text that is whole JSON otherwise.
  private var problems: [Problem] = []
  /// Whether an object names a CSV file, perhaps instead of a list.
  private var namesTable = false

  private enum Step {
    case key(String)
    case index(Int)
  }

  private init(_ source: SourceText, number: Int) {
    self.source = source
    sourceNumber = number
    position = source.bytes.starts(with: utf8ByteOrderMark) ? utf8ByteOrderMark.count : 0
  }

  /// What a text is.
  package struct Parsed {
    /// `nil` where the text is not JSON.
    package var root: JSONNode?
    /// Everything wrong with it.
    package var problems: [Problem]
    /// Whether some key is `csv`: else no list stands in a CSV file.
    package var namesTable = false
  }

  /// Reads a text whole.
  package static func parse(_ source: SourceText, number: Int = 0) -> Parsed {
    var parser = JSONParser(source, number: number)
    do throws(TextFailure) {
      try checkEncoding(of: source.bytes)
      let root = try parser.value()
      try parser.skipSpace()
      guard parser.isAtEnd else {
        throw parser.failure("expected nothing more after the scenario, found \(parser.found)")
      }
      return Parsed(root: root, problems: parser.problems, namesTable: parser.namesTable)
    } catch {
      let place = SourcePlace(source: number, offset: error.offset)
      let related = error.beginning.map { Related.beginning(SourcePlace(source: number, offset: $0)) }
      // What is no text at all has no places to lead to.
      let path = ForeignFormat(source.bytes) == nil ? "\(parser.path)" : ""
      let problem = Problem(place: place, path: path, message: error.message, related: related)
      return Parsed(root: nil, problems: [problem])
    }
  }

  private var path: JSONPath {
    steps.reduce(.root) { parent, step in
      switch step {
      case .key(let key): .key(parent, key)
      case .index(let index): .index(parent, index)
      }
    }
  }

  var isAtEnd: Bool { position >= source.bytes.count }

  var peek: UInt8? { isAtEnd ? nil : source.bytes[position] }

  func place(_ offset: Int) -> SourcePlace { SourcePlace(source: sourceNumber, offset: offset) }

  mutating func report(at offset: Int, _ message: String, related: Related? = nil) {
    problems.append(Problem(place: place(offset), path: "\(path)", message: message, related: related))
  }

  mutating func value() throws(TextFailure) -> JSONNode {
    try skipSpace()
    let start = place(position)
    switch peek {
    case UInt8(ascii: "{"): return JSONNode(value: try object(), place: start)
    case UInt8(ascii: "["): return JSONNode(value: try list(), place: start)
    case UInt8(ascii: "\""): return JSONNode(value: .text(try string()), place: start)
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      return JSONNode(value: try number(), place: start)
    default: return JSONNode(value: try word(), place: start)
    }
  }

  private mutating func object() throws(TextFailure) -> JSONValue {
    let start = try open()
    var members: [JSONMember] = []
    var keys = UniqueKeys()
    while try !close(UInt8(ascii: "}"), of: "object", begunAt: start, isFirst: members.isEmpty) {
      let keyStart = position
      guard peek == UInt8(ascii: "\"") else {
        throw failure("expected a key in double quotes or '}', found \(found)", begunAt: start)
      }
      let key = try string()
      if key == "csv" { namesTable = true }
      steps.append(.key(key))
      try skipSpace()
      guard peek == UInt8(ascii: ":") else {
        throw failure("expected ':' after the key \(quoted(key)), found \(found)")
      }
      position += 1
      let node = try value()
      if let first = keys.insert(key, at: members.count) {
        report(at: keyStart, "the key \(quoted(key)) is already used", related: .first(members[first].place))
      } else {
        members.append(JSONMember(key: key, place: place(keyStart), node: node))
      }
      steps.removeLast()
    }
    return .object(members)
  }

  private mutating func list() throws(TextFailure) -> JSONValue {
    let start = try open()
    var elements: [JSONNode] = []
    while try !close(UInt8(ascii: "]"), of: "list", begunAt: start, isFirst: elements.isEmpty) {
      steps.append(.index(elements.count))
      elements.append(try value())
      steps.removeLast()
    }
    return .list(elements)
  }

  /// Steps over the opening bracket and returns where it stands.
  private mutating func open() throws(TextFailure) -> Int {
    guard steps.count < Self.deepestNesting else {
      throw failure("nested deeper than \(Self.deepestNesting) levels")
    }
    position += 1
    return position - 1
  }

  /// Steps over a comma or the closing bracket; whether it was the bracket.
  private mutating func close(
    _ bracket: UInt8, of what: String, begunAt start: Int, isFirst: Bool
  ) throws(TextFailure) -> Bool {
    try skipSpace()
    if !isFirst, peek == UInt8(ascii: ",") {
      position += 1
      try skipSpace()
    } else if !isFirst, peek != bracket {
      let sign = Character(Unicode.Scalar(bracket))
      throw failure("expected ',' or '\(sign)' in the \(what), found \(found)", begunAt: start)
    }
    guard peek == bracket else {
      if isAtEnd { throw failure("the file ends inside the \(what)", begunAt: start) }
      return false
    }
    position += 1
    return true
  }
}

/// The keys of one object: a few are compared one by one, many through a table.
private struct UniqueKeys {
  private static let few = 8
  private var names: [String] = []
  private var table: [String: Int] = [:]

  /// The index at which the key was first used, or `nil` where it is new.
  mutating func insert(_ key: String, at index: Int) -> Int? {
    if table.isEmpty {
      if let first = names.firstIndex(of: key) { return first }
      names.append(key)
      if names.count > Self.few {
        for (index, name) in names.enumerated() { table[name] = index }
      }
      return nil
    }
    if let first = table[key] { return first }
    table[key] = index
    return nil
  }
}
