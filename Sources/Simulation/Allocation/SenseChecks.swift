/// What a scenario allows and probably does not mean.
public struct SenseChecks: Sendable {
  /// A solver works with about 16 digits; beyond such a range its tolerances are no longer small.
  static let widestRange = 1e6
  /// People per quantity, as a multiple of the capability's usual size or a part of it.
  static let oddestSize = 3.0

  private let scenario: Scenario
  private let fits: Fits

  public init(_ scenario: Scenario) {
    self.scenario = scenario
    fits = Fits(scenario)
  }

  /// All that can be said without a model, sorted.
  public var warnings: [ScenarioWarning] {
    (unmetNeeds + unusablePledges + closedGates + oddSizes + ShareChecks(scenario, fits).warnings
      + scenario.unsourcedWarnings)
      .sorted()
  }

  /// What can be said of a plan's model, sorted.
  static func warnings(of program: LinearProgram) -> [ScenarioWarning] {
    let range = program.coefficientRange
    guard range > widestRange else { return [] }
    let shown = NumberWords.rough(range)
    return [
      ScenarioWarning(
        .coefficients, entry: "allocation",
        BilingualText(
          en: """
            the largest coefficient of the plan's model is \(shown) times the smallest; above 1,000,000 a solver \
            loses digits: look for quantities, people or costs in the wrong measure
            """,
          fr: """
            le plus grand coefficient du modèle du plan vaut \(shown) fois le plus petit ; au-delà de 1000000 un \
            solveur perd des chiffres : cherchez des quantités, des effectifs ou des coûts dans une mauvaise mesure
            """))
    ]
  }

  private var unmetNeeds: [ScenarioWarning] {
    scenario.needs.indices.compactMap { number in
      let need = scenario.needs[number]
      let candidates = fits.pledges(forNeed: number)
      guard !candidates.contains(where: { fits.canServe($0, need: number) }) else { return nil }
      let entry = "needs.\(need.id)"
      guard let first = candidates.first else {
        return ScenarioWarning(
          .unmetNeed, entry: entry,
          BilingualText(
            en: "no pledge offers '\(need.capability)', nor anything that may stand in for it",
            fr: "aucun engagement n'offre « \(need.capability) », ni rien qui puisse en tenir lieu"))
      }
      let why = fits.obstacles(first, need: number)
      let more = candidates.count - 1
      let others =
        more > 0
        ? BilingualText(
          en: "; nor can \(more) more of its capability", fr: " ; ni \(more) autres de sa capacité") : ""
      return ScenarioWarning(
        .unmetNeed, entry: entry,
        BilingualText(en: "no pledge can ever meet it: ", fr: "aucun engagement ne peut le satisfaire : ")
          + why + others)
    }
  }

  private var unusablePledges: [ScenarioWarning] {
    scenario.pledges.indices.compactMap { number in
      let pledge = scenario.pledges[number]
      let candidates = fits.needs(forPledge: number)
      guard !candidates.contains(where: { fits.canServe(number, need: $0) }) else { return nil }
      let entry = "pledges.\(pledge.id)"
      guard let first = candidates.first else {
        return ScenarioWarning(
          .unusablePledge, entry: entry,
          BilingualText(
            en: "no need asks for '\(pledge.capability)', nor for anything it may stand in for",
            fr: "aucun besoin ne demande « \(pledge.capability) », ni rien dont il puisse tenir lieu"))
      }
      let (name, why) = (scenario.needs[first].id, fits.obstacles(number, need: first))
      return ScenarioWarning(
        .unusablePledge, entry: entry,
        BilingualText(
          en: "no need can use it: \(name) cannot, since ",
          fr: "aucun besoin ne peut l'employer : pas \(name), car ") + why
          + Self.norOthers(candidates.count - 1))
    }
  }

  private static func norOthers(_ count: Int) -> BilingualText {
    switch count {
    case 0: ""
    case 1:
      BilingualText(
        en: "; nor can the other need of its capability", fr: " ; ni l'autre besoin de sa capacité")
    default:
      BilingualText(
        en: "; nor can the \(count) other needs of its capability",
        fr: " ; ni les \(count) autres besoins de sa capacité")
    }
  }

  /// Where stages wait for it, units wait for ever.
  private var closedGates: [ScenarioWarning] {
    let awaited = Set(scenario.processes.flatMap(\.stages).compactMap(\.gate))
    return scenario.gates.compactMap { gate in
      guard case .withCoverage(let id, let share) = gate.opening, awaited.contains(gate.kind),
        let number = scenario.needs.firstIndex(where: { $0.id == id }), scenario.needs[number].quantity > 0
      else { return nil }
      let most = fits.mostCoverage(ofNeed: number)
      guard most < share - 1e-9 else { return nil }
      return ScenarioWarning(
        .gate, entry: "gates.\(gate.id)",
        BilingualText(
          en: """
            it never opens: all pledges for \(id) together come to \(most.plain) of it, and it waits for \
            \(share.plain)
            """,
          fr: """
            il ne s'ouvre jamais : tous les engagements pour \(id) n'en font ensemble que \(most.plain), et il \
            attend \(share.plain)
            """))
    }
  }

  private var oddSizes: [ScenarioWarning] {
    let capabilities = Dictionary(uniqueKeysWithValues: scenario.capabilities.map { ($0.id, $0) })
    return scenario.pledges.compactMap { pledge in
      guard let usual = capabilities[pledge.capability]?.usualPeople(of: pledge.quantity), usual > 0,
        pledge.personnel > Self.oddestSize * usual || pledge.personnel < usual / Self.oddestSize
      else { return nil }
      let (people, quantity) = (NumberWords.rough(pledge.personnel), NumberWords.rough(pledge.quantity))
      return ScenarioWarning(
        .personnel, entry: "pledges.\(pledge.id).personnel",
        BilingualText(
          en:
            "\(people) people for \(quantity) of '\(pledge.capability)'; usual are \(NumberWords.rough(usual))",
          fr:
            "\(people) personnes pour \(quantity) de « \(pledge.capability) » ; l'usage est \(NumberWords.rough(usual))"
        ))
    }
  }
}

/// Figures in warnings: grouped, and no more digits than anybody reads.
enum NumberWords {
  static func rough(_ value: Double) -> String {
    let rounded = value.rounded()
    if abs(value - rounded) < 1e-9 || value >= 1_000 { return rounded.plain }
    return ((value * 100).rounded() / 100).plain
  }
}
