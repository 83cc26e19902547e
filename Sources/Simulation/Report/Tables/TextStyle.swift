/// Bold, dim and red on a terminal, or nothing at all where colours are off.
public struct TextStyle: Sendable, Equatable {
  public var usesColour: Bool

  public init(usesColour: Bool) { self.usesColour = usesColour }

  public static let plain = TextStyle(usesColour: false)

  package func bold(_ text: String) -> String { wrapped(text, in: "1") }
  package func dim(_ text: String) -> String { wrapped(text, in: "2") }
  package func alarm(_ text: String) -> String { wrapped(text, in: "1;31") }

  private func wrapped(_ text: String, in code: String) -> String {
    usesColour && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
