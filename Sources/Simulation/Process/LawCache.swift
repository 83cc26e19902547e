/// The laws that this process has compiled, so that one that many stages share is compiled once.
enum LawCache {
  /// More than the laws of any real scenario; when full the cache starts anew.
  private static let capacity = 2_048

  private static let laws = Guarded<[Distribution: Law]>([:])

  static func law(_ distribution: Distribution) -> Law {
    if let known = laws.withLock({ $0[distribution] }) { return known }
    let made = Law(distribution)
    laws.withLock { laws in
      if laws.count >= capacity { laws.removeAll() }
      laws[distribution] = made
    }
    return made
  }
}
