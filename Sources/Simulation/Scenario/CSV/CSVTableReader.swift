/// Reads a CSV file into a table whose rows are objects, as if they had been written as JSON.
struct CSVTableReader {
  /// No entry has so many keys.
  private static let mostColumns = 1_000
  private static let deepestTitle = 8

  private let source: SourceText
  private let number: Int
  private let reading: Reading
  private var reader: CSVReader

  init(_ source: SourceText, number: Int, reading: Reading) {
    self.source = source
    self.number = number
    self.reading = reading
    reader = CSVReader(source)
  }

  /// The table, or `nil` and a report where the text is none.
  mutating func table() -> CSVTable? {
    do throws(TextFailure) {
      try checkEncoding(of: source.bytes)
    } catch {
      report(error.offset, "", error.message)
      return nil
    }
    do throws(TextFailure) {
      guard let titles = try reader.row(), let columns = columns(titles) else { return nil }
      var table = CSVTable(rows: [], titles: columns.titles)
      while let cells = try reader.row() {
        guard cells.contains(where: { !$0.text.isEmpty }) else { continue }
        if table.rows.count < Reading.longestList {
          let place = place(cells[0].offset)
          let node = JSONNode(value: .object(columns.members(of: cells, place)), place: place)
          table.rows.append(CSVRow(number: reader.rowNumber, node: node))
        } else {
          table.omitted += 1
        }
        reportCellsWithoutTitle(cells, columns, reader.rowNumber)
      }
      return table
    } catch {
      report(error.offset, "row \(reader.rowNumber), column \(reader.columnNumber)", error.message)
      return nil
    }
  }

  private func place(_ offset: Int) -> SourcePlace { SourcePlace(source: number, offset: offset) }

  private func report(_ offset: Int, _ path: String, _ message: String) {
    reading.problems.report(Problem(place: place(offset), path: path, message: message))
  }

  private func reportCellsWithoutTitle(_ cells: [CSVReader.Cell], _ columns: CSVColumns, _ row: Int) {
    for (index, cell) in cells.enumerated().dropFirst(columns.count) where !cell.text.isEmpty {
      report(
        cell.offset, "row \(row), column \(index + 1)",
        "\(quoted(cell.text)) stands in a column without a title")
    }
    for (index, cell) in cells.enumerated().prefix(columns.count)
    where columns.isUntitled(index) && !cell.text.isEmpty {
      report(
        cell.offset, "row \(row), column \(index + 1)",
        "\(quoted(cell.text)) stands in a column without a title")
    }
  }

  /// The titles as keys, or `nil` and a report for each that is none.
  private func columns(_ cells: [CSVReader.Cell]) -> CSVColumns? {
    guard cells.contains(where: { !$0.text.isEmpty }) else {
      report(0, "row 1", "the first row has no titles")
      return nil
    }
    if cells.count == 1, let separator = cells[0].text.first(where: { $0 == ";" || $0 == "\t" }) {
      let name = separator == ";" ? "';'" : "tabs"
      report(cells[0].offset, "row 1", "the columns are separated by \(name); save the file with commas")
      return nil
    }
    guard cells.count <= Self.mostColumns else {
      report(
        cells[Self.mostColumns].offset, "row 1",
        "\(Double(cells.count).plain) columns; allowed: at most \(Double(Self.mostColumns).plain)")
      return nil
    }
    var columns = CSVColumns(titles: cells.map(\.text))
    let count = reading.problems.count
    for (index, cell) in cells.enumerated() where !cell.text.isEmpty {
      let steps = cell.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      let message =
        steps.contains("") || steps.count > Self.deepestTitle
        ? "\(quoted(cell.text)) is not a title; allowed: a key, or keys with '.' between them"
        : columns.add(steps, column: index, place: place(cell.offset))
      if let message { report(cell.offset, "row 1, column \(index + 1)", message) }
    }
    return reading.problems.count == count ? columns : nil
  }
}
