/// One text in each language that results are written in.
public struct BilingualText: Sendable, Hashable {
  public let english: String
  public let french: String

  public init(en english: String, fr french: FrenchText) {
    self.english = english
    self.french = french.text
  }

  /// A name, which is the same in every language.
  public init(name: String) {
    english = name
    french = name
  }

  init(english: String, french: String) {
    self.english = english
    self.french = french
  }
}

extension BilingualText: ExpressibleByStringLiteral, CustomStringConvertible {
  public init(stringLiteral value: String) { self.init(name: value) }

  /// In English, as messages and data files have it.
  public var description: String { english }
}

extension BilingualText {
  /// One after the other.
  static func + (left: BilingualText, right: BilingualText) -> BilingualText {
    BilingualText(english: left.english + right.english, french: left.french + right.french)
  }

  /// Clauses of one sentence; `nil` where there are none.
  static func sentence(of clauses: [BilingualText]) -> BilingualText? {
    guard !clauses.isEmpty else { return nil }
    return BilingualText(
      english: clauses.map(\.english).joined(separator: "; "),
      french: clauses.map(\.french).joined(separator: "\u{202F}; "))
  }

  /// Different texts with commas between them: the first two, and how many more there are; `nil` for none.
  static func few(_ texts: [BilingualText]) -> BilingualText? {
    var seen: Set<BilingualText> = []
    let different = texts.filter { seen.insert($0).inserted }
    guard !different.isEmpty else { return nil }
    guard different.count > 3 else { return list(different) }
    let more = different.count - 2
    return list(Array(different.prefix(2))) + BilingualText(en: " and \(more) more", fr: " et \(more) autres")
  }

  /// The same of names.
  static func few(_ names: [String]) -> BilingualText? { few(names.map(BilingualText.init(name:))) }

  /// All of them with commas between them.
  static func list(_ texts: [BilingualText]) -> BilingualText {
    BilingualText(
      english: texts.map(\.english).joined(separator: ", "),
      french: texts.map(\.french).joined(separator: ", "))
  }
}
