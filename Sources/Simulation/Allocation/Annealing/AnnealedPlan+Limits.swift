// What limits say to one element more or less.
extension AnnealedPlan {
  /// The first limit of a deployment that is broken now.
  func brokenLimit(of deployment: Int) -> Int? {
    for place in limitsOf.places(ofRow: deployment) {
      let limit = Int(limitsOf.columns[place])
      if used[limit] > allowed[limit] { return limit }
    }
    return nil
  }

  /// Of a few elements that draw on a limit, the one whose loss opens least for its claim on it.
  ///
  /// - Parameters:
  ///   - limit: What is broken.
  ///   - kept: A deployment that stays.
  ///   - start: A random place of ``takeable``, from which a few are looked for.
  ///   - tries: How many are compared.
  /// - Returns: Its deployment; `nil` where none can be taken back.
  func leastUseful(in limit: Int, except kept: Int?, from start: Int, tries: Int) -> Int? {
    var least: Int?
    var smallest = Double.infinity
    var left = tries
    let (word, bit) = (limit >> 6 & 1, UInt64(1) << UInt64(limit & 63))
    for step in takeable.indices {
      let turn = step + start
      let deployment = Int(takeable[turn < takeable.count ? turn : turn - takeable.count])
      guard signatures[deployment][word] & bit != 0 else { continue }
      let claim = claim(of: deployment, on: limit)
      guard claim > 0, deployment != kept else { continue }
      let loss = loss(of: deployment) / claim
      if loss < smallest { (least, smallest) = (deployment, loss) }
      left -= 1
      if left == 0 { break }
    }
    return least
  }

  /// A deployment's coefficient in a limit; 0 where it has none.
  private func claim(of deployment: Int, on limit: Int) -> Double {
    let places = limitsOf.places(ofRow: deployment)
    var (low, high) = (places.lowerBound, places.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if Int(limitsOf.columns[middle]) < limit { low = middle + 1 } else { high = middle }
    }
    return low < places.upperBound && Int(limitsOf.columns[low]) == limit ? limitsOf.values[low] : 0
  }

  /// A limit of a deployment, by a random number.
  func limit(of deployment: Int, _ words: inout MoveWords) -> Int? {
    let places = limitsOf.places(ofRow: deployment)
    guard !places.isEmpty else { return nil }
    return Int(limitsOf.columns[places.lowerBound + words.number(below: places.count)])
  }

  /// Whether one element more keeps every limit.
  ///
  /// What held the deployment back last mostly does so still, so it is asked first.
  mutating func fits(_ deployment: Int) -> Bool {
    guard mayAdd(deployment) else { return false }
    let places = limitsOf.places(ofRow: deployment)
    guard !places.isEmpty else { return true }
    guard !isBroken(at: Int(held[deployment])) else { return false }
    for place in places where isBroken(at: place) {
      held[deployment] = Int32(place)
      return false
    }
    return true
  }

  /// Whether one element more breaks the limit at a place of ``limitsOf``.
  @inline(__always)
  private func isBroken(at place: Int) -> Bool {
    let (limit, more) = (Int(limitsOf.columns[place]), limitsOf.values[place])
    return more > 0 && used[limit] + more > allowed[limit]
  }

  /// The first limit that one element more would break.
  func firstBroken(by deployment: Int) -> Int? {
    for place in limitsOf.places(ofRow: deployment) where isBroken(at: place) {
      return Int(limitsOf.columns[place])
    }
    return nil
  }
}
