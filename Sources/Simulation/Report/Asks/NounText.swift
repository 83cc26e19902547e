/// Numbers and nouns in running English text, and languages by name.
enum NounText {
  private static let words = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]

  /// Whole numbers up to twelve as words.
  static func number(_ value: Double) -> String {
    let whole = value.rounded()
    guard whole == value, words.indices.contains(Int(max(-1, min(13, whole)))) else {
      return NumberText.grouped(value)
    }
    return words[Int(whole)]
  }

  /// The official languages of the United Nations and Portuguese by name, others by their codes.
  static func language(_ code: String, _ w: Wording) -> String {
    switch code {
    case "ar": w(en: "Arabic", fr: "arabe")
    case "en": w(en: "English", fr: "anglais")
    case "es": w(en: "Spanish", fr: "espagnol")
    case "fr": w(en: "French", fr: "français")
    case "pt": w(en: "Portuguese", fr: "portugais")
    case "ru": w(en: "Russian", fr: "russe")
    case "zh": w(en: "Chinese", fr: "chinois")
    default: code
    }
  }

  /// More than one of what a capability is called: what stands before the first comma is counted.
  static func plural(_ name: String) -> String {
    let noun = name.prefix { $0 != "," }
    let rest = name.dropFirst(noun.count)
    if noun.hasSuffix("s") || noun.hasSuffix("craft") || noun.hasSuffix("lift") { return name }
    let vowels = "aeiou"
    if noun.hasSuffix("y"), let before = noun.dropLast().last, !vowels.contains(before) {
      return noun.dropLast() + "ies" + rest
    }
    return noun + "s" + rest
  }
}
