extension Fields {
  private enum PackageKind: String, CaseIterable {
    case rotation
    case allOrNothing = "all-or-nothing"
    case atMost = "at-most"
  }

  func package() -> Package? {
    let id = required("id")?.identifier()
    let kind: PackageKind? = required("kind")?.choice()
    let members = required("members")
    let names = members?.references(to: .pledges) ?? []
    if let members, names.isEmpty, members.isEmptyList { members.report("a package has at least one member") }
    let details = details(of: kind, members: Set(names))
    let evidence = evidence()
    guard let id, let kind, let details else { return nil }
    // Members of a rotation follow one another in the order written; elsewhere the order means nothing.
    let ordered = kind == .rotation ? names : names.sorted()
    return Package(id: id, kind: details, members: ordered, evidence: evidence)
  }

  private func details(of kind: PackageKind?, members: Set<String>) -> Package.Kind? {
    let overlap = self["overlapDays"]
    let offsets = self["offsetDays"]
    let people = self["personnel"]
    guard let kind else { return nil }
    let wrong = [
      kind == .rotation ? nil : overlap, kind == .allOrNothing ? nil : offsets,
      kind == .atMost ? nil : people,
    ]
    for key in wrong.compactMap(\.self) {
      key.report("this key has no meaning in a package of kind '\(kind.rawValue)'")
    }
    switch kind {
    case .rotation: return .rotation(overlapDays: overlap?.whole(in: 0...36_500) ?? 0)
    case .allOrNothing:
      let table = offsets?.table(
        key: { $0.identifier(among: members, of: .pledges, orElse: "the package has no member") },
        value: { $0.whole(in: 0...36_500) })
      return .allOrNothing(offsetDays: table ?? [:])
    case .atMost: return required("personnel")?.number(in: .amount).map { .atMost(personnel: $0) }
    }
  }
}
