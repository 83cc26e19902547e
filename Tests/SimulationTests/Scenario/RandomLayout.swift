import Simulation

/// Writes a scenario in another layout: entries in any order, lists in spreadsheets and included files.
struct RandomLayout {
  private static let lists = [
    "capabilities", "substitutions", "missions", "needs", "contributors", "pledges", "packages", "supports",
    "lift", "processes", "gates", "resources", "risks", "milestones",
  ]

  private var random: SeededGenerator
  private var files: [String: String] = [:]
  private var included: [String] = []

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// The files; the scenario itself is `top.json`.
  mutating func files(of text: String) -> [String: String] {
    let parsed = JSONParser.parse(SourceText(name: "", bytes: Array(text.utf8)))
    guard case .object(let members) = parsed.root?.value else { return [:] }
    var top: [String] = []
    for member in members.shuffled(using: &random) {
      guard Self.lists.contains(member.key), case .list(let entries) = member.node.value else {
        top.append("\(Self.json(member.key)): \(Self.json(member.node))")
        continue
      }
      let shuffled = entries.shuffled(using: &random)
      let cut =
        Bool.random(using: &random) ? entries.count : Int.random(in: 0...entries.count, using: &random)
      if cut > 0 { top.append("\(Self.json(member.key)): \(list(member.key, shuffled[..<cut], folder: ""))") }
      if cut < entries.count { include(member.key, shuffled[cut...]) }
    }
    if !included.isEmpty { top.append("\"include\": [\(included.map(Self.json).joined(separator: ","))]") }
    files["top.json"] = "{\(top.joined(separator: ",\n"))}"
    return files
  }

  private mutating func include(_ key: String, _ entries: ArraySlice<JSONNode>) {
    let name = "catalogue/\(key).json"
    files[name] = "{\(Self.json(key)): \(list(key, entries, folder: "catalogue/"))}"
    included.append(name)
  }

  private mutating func list(_ key: String, _ entries: ArraySlice<JSONNode>, folder: String) -> String {
    guard Bool.random(using: &random) else { return "[\(entries.map(Self.json).joined(separator: ",\n"))]" }
    let name = "\(key).csv"
    files[folder + name] = table(entries)
    return "{\"csv\": \(Self.json(name))}"
  }

  private mutating func table(_ entries: ArraySlice<JSONNode>) -> String {
    let rows = entries.map { Dictionary(uniqueKeysWithValues: cells($0, prefix: "")) }
    let titles = Set(rows.flatMap(\.keys)).sorted().shuffled(using: &random)
    let end = Bool.random(using: &random) ? "\r\n" : "\n"
    let lines =
      [titles.map { quoted($0) }.joined(separator: ",")]
      + rows.map { row in titles.map { row[$0].map { quoted($0) } ?? "" }.joined(separator: ",") }
    return (Bool.random(using: &random) ? "\u{FEFF}" : "") + lines.joined(separator: end) + end
  }

  private mutating func quoted(_ cell: String) -> String {
    let must = cell.contains { ",\"\r\n".contains($0) || $0 == "\r\n" }
    guard must || Int.random(in: 0..<4, using: &random) == 0 else { return cell }
    return "\"\(cell.replacing("\"", with: "\"\""))\""
  }

  /// Cells of an entry by title; of an object with dots, or whole as JSON, as its key says.
  private func cells(_ node: JSONNode, prefix: String) -> [(String, String)] {
    guard case .object(let members) = node.value else { return [] }
    return members.flatMap { member -> [(String, String)] in
      let title = prefix + member.key
      switch member.node.value {
      case .null, .refused, .table, .cell, .joined: return []
      case .flag(let flag): return [(title, "\(flag)")]
      case .number(_, let raw): return [(title, raw)]
      case .text(let text): return [(title, text)]
      case .list(let nodes):
        let items = nodes.compactMap(\.asText)
        let isPlain = items.count == nodes.count && !items.isEmpty
        return [(title, isPlain ? items.joined(separator: ";") : Self.json(member.node))]
      case .object:
        let dotted: Set = [
          "usualSize", "ceilings", "present", "cost", "missions", "accepts", "budget", "withdrawal",
        ]
        guard dotted.contains(member.key), prefix.isEmpty else { return [(title, Self.json(member.node))] }
        return cells(member.node, prefix: title + ".")
      }
    }
  }

  private static func json(_ node: JSONNode) -> String {
    switch node.value {
    case .null, .refused, .table, .cell, .joined: "null"
    case .flag(let flag): "\(flag)"
    case .number(_, let raw): raw
    case .text(let text): json(text)
    case .list(let nodes): "[\(nodes.map(json).joined(separator: ", "))]"
    case .object(let members):
      "{\(members.map { "\(json($0.key)): \(json($0.node))" }.joined(separator: ", "))}"
    }
  }

  private static func json(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}
