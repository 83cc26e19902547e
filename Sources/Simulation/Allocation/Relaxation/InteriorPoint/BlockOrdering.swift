/// In which order rows are eliminated, in blocks: found from which rows share a variable, and from nothing else.
///
/// Rows that follow one another in time stay together as a unit. The unit whose elimination ties the fewest rows
/// together goes first (minimum degree), and with it all units that are then tied to the same rows alone. On models
/// of deployments this gives blocks of one need each, then of the supplies of one capability, then one block of all
/// that missions and lift limit: the border.
struct BlockOrdering: Sendable {
  struct Block: Sendable {
    /// Rows of the program.
    var rows: [Int]
    /// Units that its elimination ties together.
    var later: [Int]
  }

  private(set) var blocks: [Block] = []
  /// Rows of each unit.
  let units: [[Int]]

  /// - Parameters:
  ///   - matrix: Rows and variables.
  ///   - follows: The row before each in time.
  init(of matrix: SparseColumns, follows: [Int?]) {
    var unitOfRow: [Int] = []
    var units: [[Int]] = []
    for (row, before) in follows.enumerated() {
      let unit = before.map { unitOfRow[$0] } ?? units.count
      if unit == units.count { units.append([]) }
      units[unit].append(row)
      unitOfRow.append(unit)
    }
    self.units = units
    var search = MinimumDegree(weights: units.map(\.count))
    for members in Self.ties(of: matrix, unitOfRow) { search.tie(members) }
    while let next = search.eliminateNext() {
      blocks.append(Block(rows: next.units.flatMap { units[$0] }, later: next.later))
    }
    blocks = blocks.merged(units: units)
  }

  /// The sets of units that share a variable, each once.
  private static func ties(of matrix: SparseColumns, _ unitOfRow: [Int]) -> [[Int]] {
    var ties = Set<[Int]>()
    var ordered: [[Int]] = []
    var members: [Int] = []
    for column in 0..<matrix.columnCount {
      members.removeAll(keepingCapacity: true)
      for place in matrix.range(column) {
        let unit = unitOfRow[Int(matrix.rows[place])]
        if !members.contains(unit) { members.append(unit) }
      }
      guard members.count > 1 else { continue }
      members.sort()
      if ties.insert(members).inserted { ordered.append(members) }
    }
    return ordered
  }
}

/// Rows that the elimination of a unit would tie together; of equals the first unit goes first.
private struct Degree: Comparable {
  var degree: Int
  var unit: Int

  static func < (left: Degree, right: Degree) -> Bool {
    (left.degree, left.unit) < (right.degree, right.unit)
  }
}

/// Elimination by least degree on sets of units that are tied together.
private struct MinimumDegree {
  private let weights: [Int]
  /// Units of each tie; empty once it is absorbed by a larger one.
  private var members: [[Int]] = []
  /// Ties of each unit, absorbed ones among them until it is looked at.
  private var ties: [[Int]]
  /// How many of them are not absorbed.
  private var tieCounts: [Int]
  private var isGone: [Bool]
  private var queue = MinimumHeap<Degree>()
  private var isStarted = false
  private var seen: [Int]
  private var round = 0

  init(weights: [Int]) {
    self.weights = weights
    ties = weights.map { _ in [] }
    tieCounts = weights.map { _ in 0 }
    isGone = weights.map { _ in false }
    seen = weights.map { _ in 0 }
  }

  mutating func tie(_ units: [Int]) {
    for unit in units {
      ties[unit].append(members.count)
      tieCounts[unit] += 1
    }
    members.append(units)
  }

  mutating func eliminateNext() -> (units: [Int], later: [Int])? {
    if !isStarted {
      for unit in weights.indices { queue.push(Degree(degree: degree(of: unit), unit: unit)) }
      isStarted = true
    }
    while let first = queue.pop() {
      let unit = first.unit
      guard !isGone[unit] else { continue }
      let now = self.degree(of: unit)
      // Degrees grow behind the queue's back; they are looked at again when a unit comes first.
      if now > first.degree, let next = queue.least, now > next.degree {
        queue.push(Degree(degree: now, unit: unit))
        continue
      }
      return eliminate(unit)
    }
    return nil
  }

  private mutating func neighbours(of unit: Int) -> [Int] {
    round += 1
    seen[unit] = round
    var found: [Int] = []
    for tie in ties[unit] {
      for other in members[tie] where seen[other] != round && !isGone[other] {
        seen[other] = round
        found.append(other)
      }
    }
    return found
  }

  private mutating func degree(of unit: Int) -> Int {
    ties[unit].removeAll { members[$0].isEmpty }
    return neighbours(of: unit).reduce(0) { $0 + weights[$1] }
  }

  private mutating func eliminate(_ unit: Int) -> (units: [Int], later: [Int]) {
    let around = neighbours(of: unit).sorted()
    let absorbed = ties[unit]
    for tie in absorbed {
      for other in members[tie] { tieCounts[other] -= 1 }
      members[tie] = []
    }
    isGone[unit] = true
    let new = members.count
    var (together, later) = ([unit], [Int]())
    for other in around {
      if tieCounts[other] == 0 {
        together.append(other)
        isGone[other] = true
      } else {
        ties[other].append(new)
        tieCounts[other] += 1
        later.append(other)
      }
    }
    members.append(later)
    return (together, later)
  }
}
