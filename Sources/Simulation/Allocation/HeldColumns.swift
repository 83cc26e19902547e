/// What keeps one more of each column out of one need, found once for each column and not for each cell that it
/// is in, and put into words once for all columns that the same keeps out.
struct HeldColumns {
  private let scenario: Scenario
  private let state: PlanState
  private let use: PlanUse
  private let need: Int
  /// Columns that can serve the need, rising.
  private let columns: [Int]
  /// Columns of a cell that are asked.
  private let most: Int
  /// By place in ``columns``: the number of the cause in the tally, or one of the two below.
  private var found: [Int]
  private static let none = -1
  private static let unknown = -2
  /// Columns by which elements of each pledge are sent to the need, rising, with their days of arrival.
  private let sent: [Int: [(column: Int, arrival: Int)]]
  private var known: [Hindrance: Int] = [:]
  /// The last cell in which each cause was met.
  private var lastCell: [Int] = []

  /// What two columns have in common whose causes read the same.
  private enum Hindrance: Hashable {
    case limit(Int, pledge: Int, package: Int?, people: Double)
    /// The pledge's elements are sent to other needs.
    case elsewhere(pledge: Int)
    case leftOver(pledge: Int)
  }

  /// Columns of a cell that are asked where there is no time for all.
  private static let few = 50

  init(of need: Int, columns: [Int], isBrief: Bool, _ scenario: Scenario, _ state: PlanState, _ use: PlanUse)
  {
    self.scenario = scenario
    self.state = state
    self.use = use
    self.need = need
    self.columns = columns
    most = isBrief ? Self.few : .max
    found = Array(repeating: Self.unknown, count: columns.count)
    var sent: [Int: [(column: Int, arrival: Int)]] = [:]
    for column in columns where state.sent[column] >= 1 {
      for leg in state.model.deployments[column].legs where leg.need == need {
        sent[leg.pledge, default: []].append((column, leg.arrival))
      }
    }
    self.sent = sent
  }

  /// The different causes of a cell's columns, in the order of the columns: limits before what serves elsewhere.
  mutating func causes(ofCell cell: Int, _ tally: inout ReasonTally) -> [Int] {
    var limits: [Int] = []
    var outweighed: [Int] = []
    var place = 0
    for entry in state.model.cells[cell].entries.prefix(most) {
      while columns[place] < entry.deployment { place += 1 }
      let cause = cause(at: place, &tally)
      guard cause >= 0, isNew(cause, in: cell) else { continue }
      if tally.kind(of: cause) == .outweighed { outweighed.append(cause) } else { limits.append(cause) }
    }
    return limits + outweighed
  }

  private mutating func isNew(_ cause: Int, in cell: Int) -> Bool {
    while lastCell.count <= cause { lastCell.append(-1) }
    defer { lastCell[cause] = cell }
    return lastCell[cause] != cell
  }

  private mutating func cause(at place: Int, _ tally: inout ReasonTally) -> Int {
    if found[place] == Self.unknown { found[place] = holdingBack(columns[place], &tally) ?? Self.none }
    return found[place]
  }

  /// `nil` where none is left of it or all of it serves this need already.
  private mutating func holdingBack(_ column: Int, _ tally: inout ReasonTally) -> Int? {
    guard !state.model.deployments[column].isInPlace,
      let (pledge, arrival) = state.model.deployments[column].arrival(atNeed: need)
    else { return nil }
    guard let broken = state.firstBroken(by: column, 1) else {
      guard state.gain(column, 1) > 1e-9, state.fits(column, 1) else { return nil }
      return number(of: .leftOver(pledge: pledge), &tally)
    }
    if !state.model.limits[broken].isSupply {
      return number(of: hindrance(by: broken, column, pledge), &tally)
    }
    // What keeps an element that is sent to this need later from coming on this day.
    if let later = sent[pledge]?.first(where: { $0.arrival > arrival })?.column,
      let (limit, left) = state.firstBroken(by: column, inPlaceOf: later),
      let cause = cause(of: hindrance(by: limit, column, pledge), left: left)
    {
      return tally.number(of: cause)
    }
    return number(of: .elsewhere(pledge: pledge), &tally)
  }

  private func hindrance(by limit: Int, _ column: Int, _ pledge: Int) -> Hindrance {
    let deployment = state.model.deployments[column]
    return .limit(limit, pledge: pledge, package: deployment.package, people: deployment.mostPeople)
  }

  private mutating func number(of hindrance: Hindrance, _ tally: inout ReasonTally) -> Int? {
    if let number = known[hindrance] { return number == Self.none ? nil : number }
    let number = cause(of: hindrance).map { tally.number(of: $0) }
    known[hindrance] = number ?? Self.none
    return number
  }

  /// What a hindrance says; `left` is what there is of a limit, `nil` for what the plan leaves of it.
  private func cause(of hindrance: Hindrance, left: Double? = nil) -> ReasonCause? {
    switch hindrance {
    case .limit(let limit, let pledge, let package, let people):
      ReasonCause(
        state.model.limits[limit], left: left ?? state.left(ofLimit: limit),
        scenario.names(ofPledge: pledge, package: package), people: people)
    case .elsewhere(let pledge): elsewhere(pledge)
    case .leftOver(let pledge): leftOver(pledge)
    }
  }

  private func elsewhere(_ pledge: Int) -> ReasonCause? {
    scenario.serving(pledge, use.needs[pledge].filter { $0 != need }).map {
      ReasonCause(kind: .outweighed, pledge: scenario.pledges[pledge].id, fact: .servesElsewhere($0))
    }
  }

  private func leftOver(_ pledge: Int) -> ReasonCause {
    let id = scenario.pledges[pledge].id
    let text = BilingualText(
      en: "\(id) is left over: the search ended before it was placed",
      fr: "\(id) reste : la recherche s'est arrêtée avant de le placer")
    return ReasonCause(kind: .outweighed, pledge: id, fact: .servesElsewhere(text))
  }
}
