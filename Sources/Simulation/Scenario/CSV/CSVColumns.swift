/// Which key, in which object, each column of a CSV file fills.
struct CSVColumns {
  /// A key, and the column of its value or the keys of its object.
  private struct Key {
    let name: String
    let place: SourcePlace
    var column: Int?
    var keys: [Key] = []
  }

  let titles: CSVTitles
  let count: Int
  private let untitled: Set<Int>
  private var top: [Key] = []

  init(titles: [String]) {
    self.titles = CSVTitles(titles)
    count = titles.count
    untitled = Set(titles.indices.filter { titles[$0].isEmpty })
  }

  func isUntitled(_ column: Int) -> Bool { untitled.contains(column) }

  /// Adds a column; says what is wrong where its title does not go with those before it.
  mutating func add(_ steps: [String], column: Int, place: SourcePlace) -> String? {
    Self.add(steps[...], column: column, place: place, to: &top)
  }

  private static func add(
    _ steps: ArraySlice<String>, column: Int, place: SourcePlace, to keys: inout [Key]
  ) -> String? {
    guard let name = steps.first else { return nil }
    let rest = steps.dropFirst()
    guard let index = keys.firstIndex(where: { $0.name == name }) else {
      var key = Key(name: name, place: place, column: rest.isEmpty ? column : nil)
      let message = rest.isEmpty ? nil : add(rest, column: column, place: place, to: &key.keys)
      keys.append(key)
      return message
    }
    if let first = keys[index].column {
      return rest.isEmpty
        ? "the title \(quoted(name)) is already used by column \(first + 1)"
        : "column \(first + 1) is \(quoted(name)) as a whole already"
    }
    guard !rest.isEmpty else { return "other columns are keys of \(quoted(name)) already" }
    return add(rest, column: column, place: place, to: &keys[index].keys)
  }

  /// The row as members of an object; an empty cell is an absent key.
  func members(of cells: [CSVReader.Cell], _ row: SourcePlace) -> [JSONMember] {
    Self.members(top, cells, row)
  }

  private static func members(
    _ keys: [Key], _ cells: [CSVReader.Cell], _ row: SourcePlace
  ) -> [JSONMember] {
    keys.compactMap { key in
      if let column = key.column {
        guard column < cells.count, !cells[column].text.isEmpty else { return nil }
        let place = SourcePlace(source: Int(row.source), offset: cells[column].offset)
        let value = CSVValue(text: cells[column].text, column: column)
        return JSONMember(key: key.name, place: key.place, node: JSONNode(value: .cell(value), place: place))
      }
      let members = members(key.keys, cells, row)
      guard let first = members.first else { return nil }
      let node = JSONNode(value: .object(members), place: first.node.place)
      return JSONMember(key: key.name, place: key.place, node: node)
    }
  }
}
