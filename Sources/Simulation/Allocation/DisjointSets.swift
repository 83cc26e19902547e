/// Sets of numbers that grow together.
struct DisjointSets {
  private var parent: [Int]

  init(count: Int) { parent = Array(0..<count) }

  mutating func join(_ numbers: [Int]) {
    guard let first = numbers.first else { return }
    for number in numbers.dropFirst() {
      let (a, b) = (root(of: first), root(of: number))
      parent[max(a, b)] = min(a, b)
    }
  }

  private mutating func root(of number: Int) -> Int {
    var top = number
    while parent[top] != top { top = parent[top] }
    var here = number
    while parent[here] != top { (here, parent[here]) = (parent[here], top) }
    return top
  }

  /// The sets, each in rising order, in the order of their smallest numbers.
  var members: [[Int]] {
    var copy = self
    let byRoot = Dictionary(grouping: parent.indices) { copy.root(of: $0) }
    return byRoot.keys.sorted().compactMap { byRoot[$0] }
  }
}
