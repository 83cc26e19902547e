import Foundation

/// Numbers for readers: rounded, and never rounded into saying more than is known.
package enum NumberText {
  package static let missing = "–"

  /// A fixed number of decimals, without a minus sign before zero; "–" for what is no number.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return missing }
    if let text = quick(value, decimals: decimals) { return text }
    let text = String(format: "%.\(decimals)f", value)
    return text.hasPrefix("-") && text.allSatisfy { "-0.".contains($0) } ? String(text.dropFirst()) : text
  }

  /// The same without asking the system, which takes long; `nil` where a product could have been rounded onto or
  /// over the border between two figures.
  private static func quick(_ value: Double, decimals: Int) -> String? {
    guard decimals <= 3 else { return nil }
    let scale = [1, 10, 100, 1000][decimals]
    let steps = abs(value) * Double(scale)
    let rest = steps - steps.rounded(.down)
    guard steps < 1e9, abs(rest - 0.5) > 1e-6 else { return nil }
    let whole = Int(steps.rounded())
    let sign = value < 0 && whole > 0 ? "-" : ""
    guard decimals > 0 else { return sign + String(whole) }
    let digits = String(whole % scale)
    return "\(sign)\(whole / scale)." + String(repeating: "0", count: decimals - digits.count) + digits
  }

  /// As few decimals as the number needs, at most `decimals`.
  package static func plain(_ value: Double, decimals: Int = 2) -> String {
    var text = fixed(value, decimals: decimals)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// A share in percent, without the sign.
  ///
  /// What is not nothing is not printed as 0, and what is not all is not printed as 100: those say `<1` and
  /// `>99` (or with their decimals). Shares within 1e-9 of 0 and 1, the solver's noise, are taken as such.
  package static func percent(_ share: Double, decimals: Int = 0) -> String {
    guard share.isFinite else { return missing }
    let text = fixed(share * 100, decimals: decimals)
    let step = decimals == 0 ? 1 : pow(10, -Double(decimals))
    if text == fixed(0, decimals: decimals), abs(share) > 1e-9 {
      return "<" + fixed(step, decimals: decimals)
    }
    if text == fixed(100, decimals: decimals), share < 1 - 1e-9 {
      return ">" + fixed(100 - step, decimals: decimals)
    }
    return text
  }

  /// A distance such as a standard error, rounded up, so that it never looks smaller than it is.
  package static func roundedUp(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return missing }
    let scale = pow(10, Double(decimals))
    // The small subtraction keeps 0.1 + 0.2 from being printed as 0.4.
    return fixed((value * scale - 1e-9).rounded(.up) / scale, decimals: decimals)
  }

  /// The lower end of an interval, rounded down.
  package static func roundedDown(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return missing }
    let scale = pow(10, Double(decimals))
    return fixed((value * scale + 1e-9).rounded(.down) / scale, decimals: decimals)
  }

  /// The same as ``grouped(_:)``, but never more than the value: for what is proved as a lower bound.
  package static func groupedDown(_ value: Double) -> String {
    let scale = abs(value) < 999.95 ? 10.0 : 1
    return grouped((value * scale + 1e-9).rounded(.down) / scale)
  }

  /// A number with commas between thousands, such as `1,560,000`, and one decimal at most below a thousand.
  package static func grouped(_ value: Double) -> String {
    if abs(value) < 999.95 { return plain(value, decimals: 1) }
    return withThousands(fixed(value, decimals: 0))
  }

  /// The same figure with commas between thousands.
  package static func withThousands(_ text: String) -> String {
    let whole = text.prefix { $0 != "." }
    let digits = whole.drop { !$0.isNumber }
    guard digits.count > 3 else { return text }
    let groups = digits.enumerated().map { index, digit in
      index > 0 && (digits.count - index) % 3 == 0 ? ",\(digit)" : String(digit)
    }
    return text.prefix(whole.count - digits.count) + groups.joined() + text.dropFirst(whole.count)
  }

  /// All the digits that lead back to the same number, and no more; whole numbers without a point.
  package static func exact(_ value: Double) -> String? {
    guard value.isFinite else { return nil }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    return "\(value)"
  }
}
