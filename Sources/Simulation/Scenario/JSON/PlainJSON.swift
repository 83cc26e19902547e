/// A scenario's tree as plain JSON for people: what fits on a line stands on one, in the order of the files.
///
/// Numbers keep their digits; members that are `null` are left out.
struct PlainJSON {
  private static let width = 110

  /// As what values of CSV files were read.
  let kinds: CSVKinds

  func text(of root: JSONNode) -> String { (broken(root, indent: "") ?? flat(root)) + "\n" }

  /// On one line where that fits beside what stands there already, else on one line for each member or entry.
  private func laidOut(_ node: JSONNode, indent: String, used: Int) -> String {
    let line = flat(node)
    return used + line.utf8.count <= Self.width ? line : broken(node, indent: indent) ?? line
  }

  private func broken(_ node: JSONNode, indent: String) -> String? {
    let inner = indent + "  "
    switch typed(node).value {
    case .object(let members):
      let lines = present(members).map { member in
        let key = quoted(member.key) + ": "
        return key + laidOut(member.node, indent: inner, used: inner.count + key.utf8.count + 1)
      }
      return "{\n\(inner)\(lines.joined(separator: ",\n\(inner)"))\n\(indent)}"
    case .list(let nodes):
      let lines = nodes.map { laidOut($0, indent: inner, used: inner.count + 1) }
      return "[\n\(inner)\(lines.joined(separator: ",\n\(inner)"))\n\(indent)]"
    default: return nil
    }
  }

  private func flat(_ node: JSONNode) -> String {
    switch typed(node).value {
    case .flag(let flag): "\(flag)"
    case .number(_, let raw): raw
    case .text(let string): quoted(string)
    case .list(let nodes): "[\(nodes.map(flat).joined(separator: ", "))]"
    case .object(let members):
      "{\(present(members).map { "\(quoted($0.key)): \(flat($0.node))" }.joined(separator: ", "))}"
    case .null, .refused, .table, .joined, .cell: "null"
    }
  }

  /// Tables and joined lists as lists, values of CSV files as what they were read as.
  private func typed(_ node: JSONNode) -> JSONNode {
    switch node.value {
    case .table, .joined:
      JSONNode(value: .list((node.entries(at: .root) ?? []).map(\.node)), place: node.place)
    case .cell(let cell): JSONNode(value: kinds.value(of: cell, at: node.place), place: node.place)
    default: node
    }
  }

  private func present(_ members: [JSONMember]) -> [JSONMember] {
    members.filter { if case .null = $0.node.value { false } else { true } }
  }

  private func quoted(_ string: String) -> String {
    var text: [UInt8] = []
    CanonicalJSON.write(string, to: &text)
    return String(decoding: text, as: UTF8.self)
  }
}
