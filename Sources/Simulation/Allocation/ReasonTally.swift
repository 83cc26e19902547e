/// Joins equal causes and ranks their kinds by how much of a shortfall they explain.
///
/// Each different cause has a number, so that one which comes up in every cell is compared with others once.
struct ReasonTally {
  private var causes: [ReasonCause] = []
  private var numbers: [ReasonCause: Int] = [:]
  private var isTold: [Bool] = []
  /// Numbers of the causes of each kind, in the order in which they were told.
  private var told: [Reason.Kind: [Int]] = [:]
  private var weights: [Reason.Kind: Double] = [:]

  /// The number of a cause, which need not be told.
  mutating func number(of cause: ReasonCause) -> Int {
    if let known = numbers[cause] { return known }
    numbers[cause] = causes.count
    causes.append(cause)
    isTold.append(false)
    return causes.count - 1
  }

  func kind(of number: Int) -> Reason.Kind { causes[number].kind }

  mutating func add(_ cause: ReasonCause, weight: Double) { add(number(of: cause), weight: weight) }

  mutating func add(_ number: Int, weight: Double) {
    if !isTold[number] {
      isTold[number] = true
      told[causes[number].kind, default: []].append(number)
    }
    if weight != 0 { weights[causes[number].kind, default: 0] += weight }
  }

  var ranked: [Reason] {
    let kinds = Reason.Kind.allCases.filter { told[$0] != nil }
    // Stable for equal weights: the order of the kinds.
    let order = kinds.enumerated().sorted {
      let (a, b) = (weights[$0.element] ?? 0, weights[$1.element] ?? 0)
      return a != b ? a > b : $0.offset < $1.offset
    }
    return order.map { _, kind in
      let own = (told[kind] ?? []).map { causes[$0] }
      return Reason(
        kind: kind, detail: ReasonWording(causes: own).text, pledges: Self.pledges(of: own),
        steps: Self.steps(of: own))
    }
  }

  /// Each pledge once, in identifier order.
  private static func pledges(of causes: [ReasonCause]) -> [String] {
    var different: [String] = []
    for pledge in causes.compactMap(\.pledge).sorted() where pledge != different.last {
      different.append(pledge)
    }
    return different
  }

  /// Each step once, in the order of the causes.
  private static func steps(of causes: [ReasonCause]) -> [LimitStep] {
    var seen: Set<LimitStep> = []
    return causes.compactMap(\.step).filter { seen.insert($0).inserted }
  }
}
