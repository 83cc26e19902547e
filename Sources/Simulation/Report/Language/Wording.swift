/// How things are said in one language: texts, numbers and dates.
///
/// A text is given in every language where it is used, so none can be missing:
///
///     let w = Wording(.french)
///     w(en: "Need", fr: "Besoin")
public struct Wording: Sendable, Hashable {
  public static let english = Wording(.english)

  public let language: Language

  public init(_ language: Language) { self.language = language }

  /// The text in this language.
  public func callAsFunction(
    en english: @autoclosure () -> String, fr french: @autoclosure () -> FrenchText
  ) -> String {
    switch language {
    case .english: english()
    case .french: french().text
    }
  }

  /// The text in this language.
  public func callAsFunction(_ text: BilingualText) -> String {
    switch language {
    case .english: text.english
    case .french: text.french
    }
  }

  /// A number and what is counted, such as `3 missions`.
  public func count(
    _ number: Int, en english: (one: String, many: String), fr french: (one: String, many: String)
  ) -> String {
    switch language {
    case .english: "\(number) \(number == 1 ? english.one : english.many)"
    // In French nothing and one both go with the singular.
    case .french: "\(whole(number)) \(abs(number) < 2 ? french.one : french.many)"
    }
  }

  /// Several things in one sentence, such as `a, b and c`.
  public func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + self(en: " and ", fr: " et ") + last
  }
}
