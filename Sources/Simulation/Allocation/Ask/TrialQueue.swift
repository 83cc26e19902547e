import Synchronization

/// Hands trials out to threads, one by one, the longest first, since some take twenty times as long as others.
final class TrialQueue: Sendable {
  private let order: [Int]
  private let taken = Atomic(0)

  init(_ trials: [GapTrial]) {
    order = trials.indices.sorted { (-trials[$0].weight, $0) < (-trials[$1].weight, $1) }
  }

  var isEmpty: Bool { taken.load(ordering: .relaxed) >= order.count }

  func next() -> Int? {
    let place = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    return place < order.count ? order[place] : nil
  }
}
