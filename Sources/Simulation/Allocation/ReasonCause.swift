/// One thing that keeps one pledge from meeting a need, before it is put into words together with others.
struct ReasonCause: Hashable {
  enum Fact: Hashable {
    case nobody(BilingualText)
    case refused(BilingualText)
    /// First day on which it could be there; `nil` for never in time.
    case late(Int?)
    /// Something that is to come on a later day, in words.
    case coming(BilingualText)
    /// A ceiling, in words, the room it leaves and the people that the pledge, or its package, brings.
    case noRoom(limit: BilingualText, room: Int, people: Int, brings: String)
    case held(limit: BilingualText)
    /// A need that counts only as far as another is met.
    case enabled(need: String, by: String)
    case servesElsewhere(BilingualText)
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

  var text: BilingualText {
    let parts = [nobody, late, coming, room, held, enabled, elsewhere, refused].compactMap { $0 }
    return .sentence(of: parts) ?? ""
  }

  private var nobody: BilingualText? {
    .few(causes.compactMap { if case .nobody(let text) = $0.fact { text } else { nil } })
  }

  private var late: BilingualText? {
    let days = causes.compactMap { cause -> (pledge: String, day: Int?)? in
      guard case .late(let day) = cause.fact, let pledge = cause.pledge else { return nil }
      return (pledge, day)
    }
    let coming = days.compactMap { entry in entry.day.map { (day: $0, pledge: entry.pledge) } }
    guard let first = coming.min(by: { ($0.day, $0.pledge) < ($1.day, $1.pledge) }) else {
      return BilingualText.few(days.map(\.pledge)).map {
        BilingualText(
          en: "\($0.english) cannot be there before it ends", fr: "\($0.french) : pas avant la fin du besoin")
      }
    }
    let only = BilingualText(
      en: "\(first.pledge) can be there from day \(first.day)",
      fr: "\(first.pledge) peut être là à partir du jour \(first.day)")
    let count = days.count
    return count == 1
      ? only : only + BilingualText(en: ", the first of \(count)", fr: ", le premier de \(count)")
  }

  private var coming: BilingualText? {
    .few(causes.compactMap { if case .coming(let text) = $0.fact { text } else { nil } })
  }

  private var room: BilingualText? {
    var byLimit: [BilingualText: (low: Int, high: Int, people: Int, pledge: String)] = [:]
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
    return .few(
      Self.sorted(byLimit.keys).compactMap { limit in
        byLimit[limit].map { Self.room(limit, from: $0.low, to: $0.high, people: $0.people, $0.pledge) }
      })
  }

  private static func room(
    _ limit: BilingualText, from low: Int, to high: Int, people: Int, _ pledge: String
  ) -> BilingualText {
    let rooms =
      low == high
      ? BilingualText(name: "\(low)") : BilingualText(en: "\(low) to \(high)", fr: "\(low) à \(high)")
    return BilingualText(
      en: "\(limit.english) leaves room for \(rooms.english), \(pledge) brings \(people)",
      fr: "\(limit.french) laisse \(rooms.french) places, \(pledge) en demande \(people)")
  }

  private var held: BilingualText? {
    var byLimit: [BilingualText: Set<String>] = [:]
    for cause in causes {
      if case .held(let limit) = cause.fact, let pledge = cause.pledge {
        byLimit[limit, default: []].insert(pledge)
      }
    }
    return .few(
      Self.sorted(byLimit.keys).compactMap { limit in
        BilingualText.few((byLimit[limit] ?? []).sorted()).map {
          BilingualText(
            en: "\(limit.english) holds back \($0.english)", fr: "\(limit.french) retient \($0.french)")
        }
      })
  }

  private var enabled: BilingualText? {
    var enablers: [String: Set<String>] = [:]
    for cause in causes {
      if case .enabled(let need, let enabler) = cause.fact { enablers[need, default: []].insert(enabler) }
    }
    return .few(
      enablers.keys.sorted().compactMap { need in
        BilingualText.few((enablers[need] ?? []).sorted()).map {
          BilingualText(
            en: "\(need) counts only as far as \($0.english) is met",
            fr: "\(need) ne compte que dans la mesure où \($0.french) est satisfait")
        }
      })
  }

  private var elsewhere: BilingualText? {
    .few(causes.compactMap { if case .servesElsewhere(let text) = $0.fact { text } else { nil } })
  }

  private var refused: BilingualText? {
    .few(causes.compactMap { if case .refused(let text) = $0.fact { text } else { nil } })
  }

  private static func sorted(_ limits: some Collection<BilingualText>) -> [BilingualText] {
    limits.sorted { $0.english < $1.english }
  }
}
