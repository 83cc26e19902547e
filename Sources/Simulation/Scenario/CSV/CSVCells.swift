/// The cells of a CSV text row by row, for tables that are no part of a scenario.
package enum CSVCells {
  /// Why a text is no table.
  package struct Failure: Error {
    /// As a spreadsheet counts.
    package let row: Int
    package let message: String
  }

  /// All rows that have a value, the titles among them; blanks around unquoted cells are left out.
  package static func rows(of source: SourceText) throws(Failure) -> [[String]] {
    var reader = CSVReader(source)
    var rows: [[String]] = []
    do throws(TextFailure) {
      try checkEncoding(of: source.bytes)
      while let cells = try reader.row() {
        if cells.contains(where: { !$0.text.isEmpty }) { rows.append(cells.map(\.text)) }
      }
    } catch {
      throw Failure(row: reader.rowNumber, message: error.message)
    }
    return rows
  }
}
