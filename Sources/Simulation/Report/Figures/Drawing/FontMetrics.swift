/// How wide text is, in parts of its size.
///
/// Figures name Helvetica, Arial and their like, and fall back to DejaVu Sans, the widest of them. The widths
/// here are DejaVu's, or Helvetica's where that is wider, so what fits here fits in all of them.
package enum FontMetrics {
  /// Ascent and descent of DejaVu Sans, in parts of the size.
  package static let ascent = 0.76
  package static let descent = 0.24

  /// Width of one line, in the unit of `size`.
  package static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    let table = isBold ? bold : regular
    var sum = 0
    for scalar in text.unicodeScalars {
      let value = Int(scalar.value)
      sum += (32..<127).contains(value) ? table[value - 32] : other(scalar)
    }
    return Double(sum) * size / 1000
  }

  /// Thousandths for what is not ASCII: none for marks, little for small signs, ample for all else.
  private static func other(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch scalar.value {
    case 0x2013, 0xA0: return 500
    case 0x202F: return 320
    case 0xC6, 0xE6, 0x152, 0x153: return 1_100
    case 0xA1...0x24F, 0x370...0x5FF: return 850
    case 0x600...0x8FF: return 950
    case 0x2000...0x22FF: return 1_000
    default: return 1_400
    }
  }

  private static let regular = [
    318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337, 637, 637, 637, 637, 637,
    637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 556, 1015, 685, 687, 722, 771, 667, 611, 778, 752, 295,
    500, 667, 558, 863, 749, 788, 667, 788, 722, 667, 611, 732, 685, 989, 686, 667, 686, 391, 337, 391, 838,
    556, 500, 613, 635, 550, 635, 616, 353, 635, 634, 278, 278, 580, 278, 975, 634, 612, 635, 635, 412, 521,
    393, 634, 592, 818, 592, 592, 525, 637, 337, 637, 838,
  ]

  private static let bold = [
    349, 457, 521, 838, 696, 1_002, 873, 307, 458, 458, 523, 838, 380, 416, 380, 366, 696, 696, 696, 696, 696,
    696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 611, 1_015, 774, 763, 734, 831, 684, 684, 821, 837, 373,
    556, 775, 638, 996, 837, 851, 733, 851, 771, 721, 683, 813, 774, 1_104, 771, 725, 726, 458, 366, 458, 838,
    556, 500, 675, 716, 593, 716, 679, 436, 716, 712, 343, 343, 666, 343, 1_042, 712, 688, 716, 716, 494, 596,
    479, 712, 652, 924, 646, 652, 583, 712, 389, 712, 838,
  ]
}
