/// A drawing of results, with words for those who cannot see it and the figures behind it.
package struct Figure: Sendable {
  /// File name without extension, such as `coverage-heatmap`.
  package var name: String
  package var title: String
  /// What is to be seen, in a sentence or two.
  package var description: String
  package var canvas: Canvas
  /// What is drawn, for the CSV beside it.
  package var data: Table

  package init(name: String, title: String, description: String, canvas: Canvas, data: Table) {
    self.name = name
    self.title = title
    self.description = description
    self.canvas = canvas
    self.data = data
  }

  /// A file of its own.
  package var svg: String {
    let (width, height) = (size.width, size.height)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)pt\" height=\"\(height)pt\" "
      + opening
      + "<style>\(FigureStyle.rules)</style>\n"
      + "<rect class=\"paper\" x=\"\(-FigureStyle.margin)\" y=\"\(-FigureStyle.margin)\" width=\"\(width)\" height=\"\(height)\"/>\n"
      + body + "</svg>\n"
  }

  /// Part of a page that holds ``FigureStyle/rules`` itself.
  package var inline: String { "<svg class=\"figure\" " + opening + body + "</svg>" }

  /// With a margin around what is drawn.
  private var size: (width: String, height: String) {
    let margins = 2 * Double(FigureStyle.margin)
    return (Canvas.digits(canvas.width + margins), Canvas.digits(canvas.height + margins))
  }

  private var opening: String {
    "viewBox=\"\(-FigureStyle.margin) \(-FigureStyle.margin) \(size.width) \(size.height)\" role=\"img\" "
      + "aria-labelledby=\"\(name)-title \(name)-desc\" font-family=\"\(FigureStyle.fonts)\" "
      + "font-size=\"\(Canvas.digits(FigureStyle.size))\">\n"
      + "<title id=\"\(name)-title\">\(HTMLText.escaped(title))</title>\n"
      + "<desc id=\"\(name)-desc\">\(HTMLText.escaped(description))</desc>\n"
  }

  private var body: String { canvas.marks.joined(separator: "\n") + "\n" }
}
