/// A binary heap, the least first.
struct MinimumHeap<Item: Comparable> {
  private var items: [Item] = []

  init(_ items: [Item] = []) {
    for item in items { push(item) }
  }

  var least: Item? { items.first }

  mutating func push(_ item: Item) {
    items.append(item)
    var place = items.count - 1
    while place > 0, items[place] < items[(place - 1) / 2] {
      items.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func pop() -> Item? {
    guard let first = items.first, let last = items.popLast() else { return nil }
    guard !items.isEmpty else { return first }
    items[0] = last
    var place = 0
    while 2 * place + 1 < items.count {
      var child = 2 * place + 1
      if child + 1 < items.count, items[child + 1] < items[child] { child += 1 }
      guard items[child] < items[place] else { break }
      items.swapAt(child, place)
      place = child
    }
    return first
  }
}
