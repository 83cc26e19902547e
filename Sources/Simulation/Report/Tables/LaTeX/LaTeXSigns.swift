/// Single characters as LaTeX has them.
enum LaTeXSigns {
  /// `nil` for what the fonts that pdfLaTeX uses with the T1 encoding do not have.
  static func text(_ scalar: Unicode.Scalar) -> String? {
    if scalar.isASCII, scalar.value >= 0x30, scalar.properties.isAlphabetic || scalar.value <= 0x39 {
      return String(scalar)
    }
    if let command = commands[scalar] { return command }
    return isInFonts(scalar) ? String(scalar) : nil
  }

  private static let commands: [Unicode.Scalar: String] = [
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#", "%": "\\%",
    "_": "\\_", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "\"": "{\\char34}",
    "`": "\\textasciigrave{}", "<": "\\textless{}", ">": "\\textgreater{}", "|": "\\textbar{}",
    "\u{A0}": "~", "\u{202F}": "\\,", "\u{2009}": "\\,", "\u{2011}": "-", "\u{2212}": "\\ensuremath{-}",
    "\u{2264}": "\\ensuremath{\\leq}", "\u{2265}": "\\ensuremath{\\geq}", "\u{2260}": "\\ensuremath{\\neq}",
    "\u{2248}": "\\ensuremath{\\approx}", "\u{221E}": "\\ensuremath{\\infty}",
  ]

  /// Found by typesetting each.
  private static func isInFonts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA1...0x125, 0x128...0x137, 0x139...0x13E, 0x141...0x148, 0x14A...0x165,
      0x168...0x17E, 0x1CD...0x1D4, 0x1E6...0x1EB, 0x218...0x21B, 0x1E9E, 0x2010, 0x2012...0x2015,
      0x2018...0x201A, 0x201C...0x201E, 0x2020...0x2022, 0x2026, 0x2030, 0x2039...0x203A, 0x2044, 0x20AC,
      0x2116, 0x2122, 0x2190, 0x2192:
      true
    default: false
    }
  }
}
