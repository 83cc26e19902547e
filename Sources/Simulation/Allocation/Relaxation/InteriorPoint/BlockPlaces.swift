/// Where rows come when some blocks are eliminated in order, and a border's rows after them.
struct BlockPlaces {
  let blocks: [BlockLayout.Block]
  /// Of each of the program's rows; 0 for those that are not here.
  let places: [Int32]

  /// - Parameters:
  ///   - ordering: All blocks.
  ///   - chosen: Those that are eliminated, in order.
  ///   - border: Rows that come after them.
  ///   - count: Rows of the program.
  init(_ ordering: BlockOrdering, _ chosen: [Int], before border: [Int], count: Int) {
    var places = [Int32](repeating: 0, count: count)
    for (place, row) in (chosen.flatMap { ordering.blocks[$0].rows } + border).enumerated() {
      places[row] = Int32(place)
    }
    self.places = places
    blocks = chosen.map { ordering.blocks[$0] }.map { block in
      let later = block.later.flatMap { ordering.units[$0] }.map { places[$0] }
      return BlockLayout.Block(count: block.rows.count, later: later.sorted())
    }
  }
}
