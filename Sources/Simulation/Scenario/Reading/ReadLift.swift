extension Fields {
  func resource() -> SharedResource? {
    let id = required("id")?.identifier()
    let count = required("count")?.whole(in: 1...1_000_000)
    let evidence = evidence()
    guard let id, let count else { return nil }
    return SharedResource(id: id, count: count, evidence: evidence)
  }

  func liftPool() -> LiftPool? {
    let id = required("id")?.identifier()
    let carriers = required("carriers")?.whole(in: 1...1_000_000)
    let cycleDays = required("cycleDays")?.cycle()
    var pool = LiftPool(id: id ?? "", carriers: carriers ?? 1, cycleDays: cycleDays ?? .fixed(1))
    pool.mode = self["mode"]?.choice()
    pool.payloadTonnes = self["payloadTonnes"]?.number(in: Self.load)
    pool.seats = self["seats"]?.number(in: Self.load)
    pool.evidence = evidence()
    return id == nil || cycleDays == nil ? nil : pool
  }

  /// What a carrier takes; a carrier that takes nothing would never be done.
  private static let load = Bounds(low: 0.001, high: 1e9)
}

extension Cursor {
  /// Days from one loading to the next; never nothing, since a carrier would then carry without limit.
  fileprivate func cycle() -> Distribution? {
    guard let law = duration() else { return nil }
    if law.isAlwaysZero {
      report("a cycle of 0 days would carry everything at once; allowed: above 0")
      return nil
    }
    return law
  }
}

extension Distribution {
  fileprivate var isAlwaysZero: Bool {
    switch shape {
    case .fixed(let days): days + shift == 0
    case .empirical(let values): values.allSatisfy { $0 + shift == 0 }
    case .discrete(let values): values.allSatisfy { $0.value + shift == 0 || $0.probability == 0 }
    default: false
    }
  }
}
