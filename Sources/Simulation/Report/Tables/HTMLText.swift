/// Text in an HTML page.
package enum HTMLText {
  /// Text in which nothing is markup, for elements and attributes in double quotes.
  ///
  /// Line breaks become blanks; control characters and marks that turn the direction of writing around are
  /// taken out.
  package static func escaped(_ text: String) -> String {
    let line = DisplayText.oneLine(text)
    guard line.utf8.contains(where: { [38, 60, 62, 34, 39].contains($0) }) else { return line }
    var result = ""
    for scalar in line.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
