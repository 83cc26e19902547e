extension Reason.Kind {
  /// The reason in a few words, as a reader would say it.
  package var label: String {
    switch self {
    case .nobody: "nobody pledged it"
    case .caveat: "held back by a caveat"
    case .hostState: "refused by the host state"
    case .attribute: "lacks what the need asks"
    case .language: "language"
    case .readiness: "not ready enough"
    case .endorsement: "an endorsement is missing"
    case .women: "too few women"
    case .late: "comes too late"
    case .indivisible: "too large for what is left"
    case .ceiling: "held back by a ceiling"
    case .budget: "held back by the budget"
    case .lift: "held back by lift"
    case .languageShare: "held back by the language share"
    case .womenShare: "held back by the share of women"
    case .enabling: "waits for what enables it"
    case .package: "held back by its package"
    case .support: "held back by support"
    case .pin: "already decided otherwise"
    case .outweighed: "outweighed by another need"
    }
  }
}

extension Reason {
  /// The detail, which says it all; the kind in words where there is none.
  package var text: String { detail.isEmpty ? kind.label : detail }

  /// The first reason, and the kinds of the others; `nil` where there is none.
  ///
  /// All of them, with every pledge concerned, are in the table of reasons.
  package static func main(of reasons: [Reason]) -> String? {
    guard let first = reasons.first else { return nil }
    var others: [String] = []
    for kind in reasons.dropFirst().map(\.kind) where kind != first.kind && !others.contains(kind.label) {
      others.append(kind.label)
    }
    return others.isEmpty ? first.text : "\(first.text); also: \(others.joined(separator: ", "))"
  }
}
