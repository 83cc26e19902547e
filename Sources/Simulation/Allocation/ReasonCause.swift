/// One thing that keeps one pledge from meeting a need, before it is put into words together with others.
struct ReasonCause: Hashable {
  enum Fact: Hashable {
    case nobody(String)
    case refused(String)
    /// First day on which it could be there; `nil` for never in time.
    case late(Int?)
    /// Something that is to come on a later day, in words.
    case coming(String)
    /// A ceiling, in words, the room it leaves and the people that the pledge, or its package, brings.
    case noRoom(limit: String, room: Int, people: Int, brings: String)
    case held(limit: String)
    /// A need that counts only as far as another is met.
    case enabled(need: String, by: String)
    case servesElsewhere(String)
  }

  var kind: Reason.Kind
  /// `nil` where no pledge is concerned.
  var pledge: String?
  var fact: Fact
  /// What would relax the limit that it is due to.
  var step: LimitStep?
}

/// Puts causes of one kind into one line that a planner can read out.
struct ReasonWording {
  let causes: [ReasonCause]

  var text: String {
    let parts = [nobody, late, coming, room, held, enabled, elsewhere, refused].compactMap { $0 }
    return parts.joined(separator: "; ")
  }

  private var nobody: String? {
    Self.few(causes.compactMap { if case .nobody(let text) = $0.fact { text } else { nil } })
  }

  private var late: String? {
    let days = causes.compactMap { cause -> (pledge: String, day: Int?)? in
      guard case .late(let day) = cause.fact, let pledge = cause.pledge else { return nil }
      return (pledge, day)
    }
    let coming = days.compactMap { entry in entry.day.map { (day: $0, pledge: entry.pledge) } }
    guard let first = coming.min(by: { ($0.day, $0.pledge) < ($1.day, $1.pledge) }) else {
      return days.isEmpty ? nil : "\(Self.few(days.map(\.pledge)) ?? "") cannot be there before it ends"
    }
    let others = days.count == 1 ? "" : ", the first of \(days.count)"
    return "\(first.pledge) can be there from day \(first.day)\(others)"
  }

  private var coming: String? {
    Self.few(causes.compactMap { if case .coming(let text) = $0.fact { text } else { nil } })
  }

  private var room: String? {
    var byLimit: [String: (low: Int, high: Int, people: Int, pledge: String)] = [:]
    for cause in causes {
      guard case .noRoom(let limit, let room, let people, let pledge) = cause.fact else { continue }
      guard let known = byLimit[limit] else {
        byLimit[limit] = (room, room, people, pledge)
        continue
      }
      let smaller = (people, pledge) < (known.people, known.pledge)
      byLimit[limit] = (
        min(known.low, room), max(known.high, room), smaller ? people : known.people,
        smaller ? pledge : known.pledge
      )
    }
    return Self.few(
      byLimit.keys.sorted().compactMap { limit in
        byLimit[limit].map { known in
          let rooms = known.low == known.high ? "\(known.low)" : "\(known.low) to \(known.high)"
          return "\(limit) leaves room for \(rooms), \(known.pledge) brings \(known.people)"
        }
      })
  }

  private var held: String? {
    var byLimit: [String: Set<String>] = [:]
    for cause in causes {
      if case .held(let limit) = cause.fact, let pledge = cause.pledge {
        byLimit[limit, default: []].insert(pledge)
      }
    }
    return Self.few(
      byLimit.keys.sorted().map { "\($0) holds back \(Self.few((byLimit[$0] ?? []).sorted()) ?? "")" })
  }

  private var enabled: String? {
    var enablers: [String: Set<String>] = [:]
    for cause in causes {
      if case .enabled(let need, let enabler) = cause.fact { enablers[need, default: []].insert(enabler) }
    }
    return Self.few(
      enablers.keys.sorted().map { need in
        "\(need) counts only as far as \(Self.few((enablers[need] ?? []).sorted()) ?? "") is met"
      })
  }

  private var elsewhere: String? {
    Self.few(causes.compactMap { if case .servesElsewhere(let text) = $0.fact { text } else { nil } })
  }

  private var refused: String? {
    Self.few(causes.compactMap { if case .refused(let text) = $0.fact { text } else { nil } })
  }

  /// The first two, and how many more there are.
  static func few(_ texts: [String]) -> String? {
    var seen: Set<String> = []
    let different = texts.filter { seen.insert($0).inserted }
    guard !different.isEmpty else { return nil }
    guard different.count > 3 else { return different.joined(separator: ", ") }
    return different.prefix(2).joined(separator: ", ") + " and \(different.count - 2) more"
  }
}

/// Joins equal causes and ranks their kinds by how much of a shortfall they explain.
struct ReasonTally {
  private var causes: [Reason.Kind: [ReasonCause]] = [:]
  private var seen: Set<ReasonCause> = []
  private var weights: [Reason.Kind: Double] = [:]

  mutating func add(_ cause: ReasonCause, weight: Double) {
    if seen.insert(cause).inserted { causes[cause.kind, default: []].append(cause) }
    weights[cause.kind, default: 0] += weight
  }

  var ranked: [Reason] {
    let kinds = Reason.Kind.allCases.filter { causes[$0] != nil }
    // Stable for equal weights: the order of the kinds.
    let order = kinds.enumerated().sorted {
      let (a, b) = (weights[$0.element] ?? 0, weights[$1.element] ?? 0)
      return a != b ? a > b : $0.offset < $1.offset
    }
    return order.map { _, kind in
      let own = causes[kind] ?? []
      return Reason(
        kind: kind, detail: ReasonWording(causes: own).text,
        pledges: Set(own.compactMap(\.pledge)).sorted(), steps: Self.steps(of: own))
    }
  }

  /// Each step once, in the order of the causes.
  private static func steps(of causes: [ReasonCause]) -> [LimitStep] {
    var seen: Set<LimitStep> = []
    return causes.compactMap(\.step).filter { seen.insert($0).inserted }
  }
}
