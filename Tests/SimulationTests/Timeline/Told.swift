import Synchronization

/// Shares of progress, as they are told.
final class Told: Sendable {
  private let list = Mutex<[Double]>([])

  var shares: [Double] { list.withLock { $0 } }

  func append(_ share: Double) { list.withLock { $0.append(share) } }
}
