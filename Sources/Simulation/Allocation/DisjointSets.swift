/// Sets of numbers that grow together.
struct DisjointSets {
  private var parent: [Int]

  init(count: Int) { parent = Array(0..<count) }

  mutating func join(_ numbers: [Int]) {
    guard let first = numbers.first else { return }
    for number in numbers.dropFirst() { join(first, number) }
  }

  mutating func join(_ one: Int, _ other: Int) {
    let (a, b) = (root(of: one), root(of: other))
    if a != b { parent[max(a, b)] = min(a, b) }
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
    // A root is its set's smallest number, so sets are met in their order.
    var place = [Int](repeating: 0, count: parent.count)
    var sets: [[Int]] = []
    for number in parent.indices {
      let root = copy.root(of: number)
      if root == number {
        place[number] = sets.count
        sets.append([])
      }
      sets[place[root]].append(number)
    }
    return sets
  }
}
