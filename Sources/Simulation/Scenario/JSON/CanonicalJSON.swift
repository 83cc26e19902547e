/// One text for all JSON texts that say the same: no layout, keys sorted, `null` members left out, numbers in
/// their shortest form, and lists sorted where their order means nothing.
struct CanonicalJSON {
  /// Lists whose order has a meaning: turns of a rotation, parameters of a law.
  private static let ordered: Set<String> = ["members", "uniform", "triangular", "pert"]

  /// As what values of CSV files were read.
  let kinds: CSVKinds

  func bytes(of node: JSONNode) -> [UInt8] {
    var text: [UInt8] = []
    write(node, under: nil, to: &text)
    return text
  }

  // The key is the one that the value stands under; nil for the elements of a list.
  private func write(_ node: JSONNode, under key: String?, to text: inout [UInt8]) {
    switch node.value {
    case .null, .refused: text += "null".utf8
    case .flag(let flag): text += "\(flag)".utf8
    case .number(let value, let raw): text += Self.number(value, raw: raw).utf8
    case .text(let string): Self.write(string, to: &text)
    case .list(let nodes): write(nodes, isOrdered: key.map(Self.ordered.contains) ?? true, to: &text)
    case .object(let members): write(members, to: &text)
    case .table(let table): write(table.rows.map(\.node), isOrdered: false, to: &text)
    case .joined: write(node.entries(at: .root)?.map(\.node) ?? [], isOrdered: false, to: &text)
    case .cell(let cell):
      write(JSONNode(value: kinds.value(of: cell, at: node.place), place: node.place), under: key, to: &text)
    }
  }

  private func write(_ nodes: [JSONNode], isOrdered: Bool, to text: inout [UInt8]) {
    let elements = nodes.map(bytes)
    let sorted = isOrdered ? elements : elements.sorted { $0.lexicographicallyPrecedes($1) }
    text.append(UInt8(ascii: "["))
    for (index, element) in sorted.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      text += element
    }
    text.append(UInt8(ascii: "]"))
  }

  private func write(_ members: [JSONMember], to text: inout [UInt8]) {
    text.append(UInt8(ascii: "{"))
    var isFirst = true
    // Numbers of members are moved, not members.
    for index in members.indices.sorted(by: { members[$0].key < members[$1].key }) {
      let member = members[index]
      if case .null = member.node.value { continue }
      if !isFirst { text.append(UInt8(ascii: ",")) }
      isFirst = false
      Self.write(member.key, to: &text)
      text.append(UInt8(ascii: ":"))
      write(member.node, under: member.key, to: &text)
    }
    text.append(UInt8(ascii: "}"))
  }

  /// Writes a text in quotes, with what may not stand in one escaped.
  static func write(_ string: String, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      if byte < 0x20 {
        text += "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8
      } else {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { text.append(UInt8(ascii: "\\")) }
        text.append(byte)
      }
    }
    text.append(UInt8(ascii: "\""))
  }

  /// Whole numbers as digits, also those of 64 bits that no `Double` holds; others as the shortest decimal.
  private static func number(_ value: Double, raw: String) -> String {
    if let whole = UInt64(raw) { return "\(whole)" }
    if let whole = Int64(exactly: value) { return "\(whole)" }
    return "\(value)"
  }
}
