extension Cursor {
  /// A length of time: a number of days or a law that is never negative.
  func duration() -> Distribution? {
    record("duration")
    guard let law = distribution(values: .days) else { return nil }
    let least = law.shape.lowerBound + law.shift
    if least >= 0 { return law }
    report("may be as low as \(least.plain) days; a length of time is never negative")
    return nil
  }

  /// A day counted from day 0: a number, a law, or an ISO date.
  func randomDay() -> Distribution? {
    record("random day")
    let typed = read(as: .law)
    if case .text = typed.node.value { return typed.day().map { .fixed(Double($0)) } }
    return typed.distribution(values: .anyDay)
  }

  private func distribution(values: Bounds) -> Distribution? {
    let typed = read(as: .law)
    if case .number = typed.node.value { return typed.number(in: values).map(Distribution.fixed) }
    guard case .object = typed.node.value else {
      typed.expected("a number of days or a distribution such as {\"triangular\": [1, 2, 4]}")
      return nil
    }
    return typed.object { fields in
      let shift = fields["shift"].map { $0.number(in: .anyDay) } ?? 0
      guard fields.exactlyOne(of: Self.laws) else { return nil }
      // A shift may lift negative values above zero.
      guard let shape = fields.shape(values: fields.has("shift") ? .anyDay : values), let shift
      else { return nil }
      return Distribution(shape, shift: shift)
    }
  }

  private static let laws = [
    "fixed", "uniform", "triangular", "pert", "normal", "lognormal", "gamma", "weibull", "exponential",
    "empirical", "discrete",
  ]
}

extension Fields {
  /// The law of the one key that names one.
  fileprivate func shape(values: Bounds) -> Distribution.Shape? {
    if let law = self["fixed"] { return law.number(in: values).map { .fixed($0) } }
    if let law = self["uniform"] { return law.uniform(values) }
    if let law = self["triangular"] {
      return law.threePoints(values) { .triangular(low: $0, mode: $1, high: $2) }
    }
    if let law = self["pert"] { return law.threePoints(values) { .pert(low: $0, mode: $1, high: $2) } }
    if let law = self["normal"] { return law.moments(mean: .days) { .normal(mean: $0, sd: $1) } }
    if let law = self["lognormal"] { return law.lognormal() }
    if let law = self["gamma"] { return law.moments(mean: .positiveDays) { .gamma(mean: $0, sd: $1) } }
    if let law = self["weibull"] { return law.weibull() }
    if let law = self["exponential"] { return law.exponential() }
    if let law = self["empirical"] { return law.empirical(values) }
    return self["discrete"]?.discrete(values)
  }
}

extension Distribution.Shape {
  /// No draw is smaller.
  fileprivate var lowerBound: Double {
    switch self {
    case .fixed(let days): days
    case .uniform(let low, _), .triangular(let low, _, _), .pert(let low, _, _): low
    case .empirical(let values): values.min() ?? 0
    case .discrete(let values): values.map(\.value).min() ?? 0
    case .normal, .lognormal, .lognormalMoments, .gamma, .weibull, .exponential: 0
    }
  }
}
