extension LeadTimeSample {
  /// Puts so many draws first as are finished last when requested on day 0: they are the likeliest to be late on any
  /// other day, too, so that a request that is too late is soon seen to be.
  mutating func putLatestFirst(_ most: Int) {
    guard !isUndated, most > 0 else { return }
    var times: Row = []
    times.reserveCapacity(count)
    _ = forEachStretch(requestedOn: 0) { finish, _ in
      for draw in finish.indices { times.append(finish[draw]) }
      return true
    }
    let order = Self.order(times, latest: most)
    for number in dated.indices { dated[number].reorder(order) }
    triggerDays.reorder(order)
    finish.reorder(order)
    liftEnd.reorder(order)
  }

  /// The draws with about so many of the latest first; both groups in order.
  private static func order(_ times: Row, latest most: Int) -> [Int] {
    var low = times.min() ?? 0
    var high = times.lazy.filter { $0 < .infinity }.max() ?? low
    // A bound by halving will do: the order changes no result.
    for _ in 0..<20 {
      let middle = (low + high) / 2
      if times.count(where: { $0 > middle }) > most { low = middle } else { high = middle }
    }
    return times.indices.filter { times[$0] > high } + times.indices.filter { times[$0] <= high }
  }
}

extension [Double] {
  fileprivate mutating func reorder(_ order: [Int]) { self = order.map { self[$0] } }
}

extension LeadTimeSample.Dated {
  fileprivate mutating func reorder(_ order: [Int]) {
    base?.reorder(order)
    for number in gates.indices { gates[number].reorder(order) }
    switch work {
    case .none: break
    case .days(var days):
      days.reorder(order)
      work = .days(days)
    case .seasonal(var days, let season):
      days.reorder(order)
      work = .seasonal(days, season)
    case .lift(var cycles, let carriers, let season):
      for number in cycles.indices { cycles[number].reorder(order) }
      work = .lift(cycles, carriers: carriers, season)
    }
  }
}
