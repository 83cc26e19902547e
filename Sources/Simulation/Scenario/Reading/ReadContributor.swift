extension Fields {
  func contributor() -> Contributor? {
    let id = required("id")?.identifier()
    let name = self["name"].map { $0.text() ?? "" }
    let languages = self["languages"]?.languages() ?? []
    let endorsements = Set(self["endorsements"]?.identifiers() ?? [])
    let correlation = self["delayCorrelation"]?.number(in: .share) ?? 0
    let evidence = evidence()
    guard let id else { return nil }
    return Contributor(
      id: id, name: name ?? id, languages: languages, endorsements: endorsements,
      delayCorrelation: correlation, evidence: evidence)
  }
}
