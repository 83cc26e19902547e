/// Puts a scenario together from its files: what it includes, and lists that stand in CSV files.
///
/// The result is one tree, as if all had been written in one file; every place in it names its own file.
final class Assembler {
  /// Files that may include one another in turn.
  private static let deepestInclusion = 32

  let reading: Reading
  /// All files, in the order in which they were opened.
  private(set) var sources: [SourceText] = []
  private var store: FileStore
  private let allowsOutside: Bool
  /// Files that were included: each is taken once.
  private var included: Set<FilePlace> = []
  /// Parts of the scenario's lists, in the order in which they were found.
  private var parts: [String: [JSONNode]] = [:]

  init(_ reading: Reading, store: FileStore, allowsOutside: Bool) {
    self.reading = reading
    self.store = store
    self.allowsOutside = allowsOutside
  }

  /// The whole scenario, or `nil` and a report where its top file cannot be read.
  func assemble(top: FilePlace, bytes: [UInt8]) -> JSONNode? {
    guard let root = parse(bytes, of: top), FormatVersion.isKnown(root, reading) else { return nil }
    guard case .object(let members) = root.value else { return root }
    include(filesNamedIn: root, chain: [top])
    var whole: [JSONMember] = []
    for member in members where member.key != "include" {
      var member = member
      let more = parts.removeValue(forKey: member.key) ?? []
      member.node = joined([member.node] + more)
      whole.append(member)
    }
    for key in parts.keys.sorted() {
      guard let found = parts[key], let first = found.first else { continue }
      whole.append(JSONMember(key: key, place: first.place, node: joined(found)))
    }
    return JSONNode(value: .object(whole), place: root.place)
  }

  /// One list of several; what is no list by itself is left for the reader to refuse.
  private func joined(_ nodes: [JSONNode]) -> JSONNode {
    let given = nodes.filter { if case .null = $0.value { false } else { true } }
    guard let first = given.first else { return nodes[0] }
    guard given.count > 1 else { return first }
    guard let odd = given.first(where: { $0.entryCount == nil }) else {
      return JSONNode(value: .joined(given), place: first.place)
    }
    return odd
  }

  /// Takes in a text; its tree, with lists that stand in CSV files in their places.
  private func parse(_ bytes: [UInt8], of file: FilePlace) -> JSONNode? {
    let number = sources.count
    let source = SourceText(name: file.path, bytes: bytes)
    sources.append(source)
    let parsed = JSONParser.parse(source, number: number)
    parsed.problems.forEach(reading.problems.report)
    guard let root = parsed.root, parsed.namesTable else { return parsed.root }
    return withTables(Cursor(node: root, path: .root, reading: reading), key: nil, file: file)
  }

  // MARK: Included files

  private func include(filesNamedIn root: JSONNode, chain: [FilePlace]) {
    guard let node = root["include"], let file = chain.last else { return }
    if case .null = node.value { return }
    let list = Cursor(node: node, path: .key(.root, "include"), reading: reading)
    let elements = list.elements()
    let names = elements.compactMap { cursor in cursor.text().map { (cursor, $0) } }
    if node.entryCount == nil || names.count < elements.count { missEntries() }
    var named: Set<FilePlace> = []
    for (cursor, name) in names {
      guard let target = place(of: name, named: cursor, in: file) else {
        missEntries()
        continue
      }
      guard named.insert(target).inserted else {
        cursor.report("\(quoted(name)) is listed twice")
        continue
      }
      include(target, named: cursor, chain: chain)
    }
  }

  private func include(_ target: FilePlace, named cursor: Cursor, chain: [FilePlace]) {
    if let start = chain.firstIndex(of: target) {
      let circle = (chain[start...] + [target]).map(\.shortPath).joined(separator: " -> ")
      cursor.report("the files include one another in a circle: \(circle)")
      return
    }
    guard chain.count <= Self.deepestInclusion else {
      cursor.report("more than \(Self.deepestInclusion) files include one another in turn")
      missEntries()
      return
    }
    guard included.insert(target).inserted else { return }
    guard let bytes = contents(of: target, named: cursor), let root = parse(bytes, of: target),
      FormatVersion.isKnown(root, reading), takeLists(of: root)
    else { return missEntries() }
    include(filesNamedIn: root, chain: chain + [target])
  }

  /// Takes the lists of an included file, which may hold nothing else; whether it has the form of one.
  private func takeLists(of root: JSONNode) -> Bool {
    reading.incomplete.formUnion(ScenarioList.mistyped(in: root, reading))
    let top = Cursor(node: root, path: .root, reading: reading)
    return top.object { fields -> Bool? in
      takeLists(of: fields)
      return true
    } ?? false
  }

  private func takeLists(of fields: Fields) {
    _ = fields["$schema"]?.text()
    _ = fields["include"]
    _ = fields["formatVersion"]?.whole(in: FormatVersion.current...FormatVersion.current)
    for key in ScenarioList.all {
      guard let list = fields[key] else { continue }
      if list.node.entryCount == nil {
        list.expected("a list in square brackets")
        missEntries(under: key)
      } else {
        parts[key, default: []].append(list.node)
      }
    }
    for key in ScenarioList.notIncluded {
      fields[key]?.report("this key stands in the scenario itself; an included file holds lists of entries")
    }
  }

  /// A file is missing: what names entries that may stand in it is not to blame.
  private func missEntries() { reading.incomplete.formUnion(EntryKind.allCases) }

  private func missEntries(under key: String?) {
    if let key, let kind = EntryKind(rawValue: key) { reading.incomplete.insert(kind) }
  }

  // MARK: CSV files

  /// The same tree with tables where a list names a CSV file.
  private func withTables(_ cursor: Cursor, key: String?, file: FilePlace) -> JSONNode {
    switch cursor.node.value {
    case .object(let members):
      if let key, ScenarioList.mayBeTable.contains(key), cursor.node["csv"] != nil {
        return list(cursor, file: file)
      }
      let replaced = members.map { member in
        let child = Cursor(node: member.node, path: .key(cursor.path, member.key), reading: reading)
        return JSONMember(
          key: member.key, place: member.place, node: withTables(child, key: member.key, file: file))
      }
      return JSONNode(value: .object(replaced), place: cursor.node.place)
    case .list(let nodes):
      let replaced = nodes.enumerated().map { index, node in
        withTables(
          Cursor(node: node, path: .index(cursor.path, index), reading: reading), key: nil, file: file)
      }
      return JSONNode(value: .list(replaced), place: cursor.node.place)
    default: return cursor.node
    }
  }

  /// The rows of the file that an object names; refused, and its kind incomplete, where it cannot be read.
  private func list(_ cursor: Cursor, file: FilePlace) -> JSONNode {
    if let table = table(cursor, file: file) {
      return JSONNode(value: .table(table), place: cursor.node.place)
    }
    missEntries(under: cursor.path.topKey)
    return JSONNode(value: .refused, place: cursor.node.place)
  }

  private func table(_ cursor: Cursor, file: FilePlace) -> CSVTable? {
    guard let name = cursor.object({ $0.required("csv") }), let path = name.text(),
      let target = place(of: path, named: name, in: file),
      let bytes = contents(of: target, named: name)
    else { return nil }
    let number = sources.count
    let source = SourceText(name: target.path, bytes: bytes)
    sources.append(source)
    var reader = CSVTableReader(source, number: number, reading: reading)
    return reader.table()
  }

  // MARK: Files

  private func place(of path: String, named cursor: Cursor, in file: FilePlace) -> FilePlace? {
    let target = file.resolving(path)
    if target.isOutside, !allowsOutside {
      cursor.report(
        "\(quoted(path)) is outside the folder of the scenario; move the file there, or allow it with "
          + "--allow-outside")
      return nil
    }
    return target
  }

  private func contents(of file: FilePlace, named cursor: Cursor) -> [UInt8]? {
    do throws(FileProblem) {
      return try store.read(file.path)
    } catch {
      cursor.report("\(quoted(file.path)): \(error.message)")
      return nil
    }
  }
}
