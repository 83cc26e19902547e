/// A count for each replication of a block, to which sets of them are added: bit by bit, for all side by side.
struct ReplicationCounts: Sendable {
  /// By binary place: the replications whose count has it.
  private var places: [ReplicationSet]

  /// - Parameter most: Sets that may be added.
  init(most: Int) {
    places = [ReplicationSet](repeating: .none, count: Int.bitWidth - most.leadingZeroBitCount)
  }

  mutating func clear() {
    for place in places.indices { places[place] = .none }
  }

  /// One more in each replication of the set.
  mutating func add(_ set: ReplicationSet) {
    var carry = set
    for place in places.indices {
      let both = places[place].intersection(carry)
      places[place].form(symmetricDifference: carry)
      carry = both
    }
  }

  /// The sum of the counts of some replications.
  func sum(of counted: ReplicationSet) -> UInt64 {
    places.indices.reduce(0) { $0 + UInt64(places[$1].intersection(counted).count) << UInt64($1) }
  }

  /// The sum of products with other counts, or the same.
  func products(with other: ReplicationCounts, of counted: ReplicationSet) -> UInt64 {
    var sum: UInt64 = 0
    for (place, set) in places.enumerated() {
      let own = set.intersection(counted)
      for (otherPlace, other) in other.places.enumerated() {
        sum += UInt64(own.intersection(other).count) << UInt64(place + otherPlace)
      }
    }
    return sum
  }
}
