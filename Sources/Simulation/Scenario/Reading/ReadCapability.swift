extension Fields {
  func capability() -> Capability? {
    let id = required("id")?.identifier()
    let name = self["name"].map { $0.text() ?? "" }
    let measure: Capability.Measure? = required("measure")?.choice()
    let category: PersonnelCategory? = required("category")?.choice()
    let kind = self["kind"]?.text()
    let usualSize = self["usualSize"]?.object { $0.usualSize() }
    let serviceability = self["serviceability"].map { $0.number(in: .positiveShare) } ?? 1
    let evidence = evidence()
    guard let id, let measure, let category, let serviceability else { return nil }
    return Capability(
      id: id, name: name ?? id, measure: measure, category: category, kind: kind, usualSize: usualSize,
      serviceability: serviceability, evidence: evidence)
  }

  private func usualSize() -> UsualSize? {
    let personnel = self["personnel"]?.number(in: .amount)
    guard let quantity = required("quantity")?.number(in: .positiveAmount) else { return nil }
    return UsualSize(quantity: quantity, personnel: personnel)
  }

  /// The substitutions, sorted by what stands in and for what; each pair may stand once.
  func substitutions() -> [Substitution] {
    var seen: Set<Substitute> = []
    let list = self["substitutions"]?.list { cursor -> Substitution? in
      guard let substitution = cursor.object({ $0.substitution() }) else { return nil }
      let pair = Substitute(of: substitution.of, target: substitution.target)
      if !seen.insert(pair).inserted { cursor.report("'\(pair.of)' for '\(pair.target)' is listed twice") }
      return substitution
    }
    return (list ?? []).sorted { ($0.of, $0.target) < ($1.of, $1.target) }
  }

  private func substitution() -> Substitution? {
    let of = required("of")?.reference(to: .capabilities)
    let target = required("for")?.reference(to: .capabilities)
    let effectiveness = required("effectiveness")?.number(in: .factor)
    let evidence = evidence()
    guard let of, let target, let effectiveness else { return nil }
    if of == target { cursor.report("'\(of)' cannot stand in for itself") }
    return Substitution(of: of, for: target, effectiveness: effectiveness, evidence: evidence)
  }
}

/// One capability that may stand in for another.
struct Substitute: Hashable {
  let of: String
  let target: String
}
