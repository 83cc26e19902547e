import Simulation
import Testing

@Suite("Putting arrivals in order side by side")
struct SortingNetworkTests {
  /// What sorts all columns of zeros and ones sorts everything (Knuth, volume 3, theorem 5.3.4Z).
  @Test("Any order of few arrivals is put right", arguments: 0...12)
  func zerosAndOnes(count: Int) {
    let columns = 1 << count
    var keys = [Int32](repeating: -1, count: count * (columns + 3))
    for row in 0..<count {
      for column in 0..<columns { keys[row * (columns + 3) + column] = Int32(column >> row & 1) }
    }
    SortingNetwork(count: count).sort(&keys, columns: columns, stride: columns + 3)
    for column in 0..<columns {
      let sorted = (0..<count).map { keys[$0 * (columns + 3) + column] }
      let ones = column.nonzeroBitCount
      #expect(sorted == (0..<count).map { $0 < count - ones ? 0 : 1 })
    }
    // What lies between the rows is left alone.
    for row in 0..<count { #expect(keys[row * (columns + 3) + columns] == -1) }
  }

  @Test("Hundreds of arrivals are put in order, whatever their number", arguments: [31, 100, 257, 999])
  func many(count: Int) {
    let given = (0..<count).map { Double($0 * 7_919 % 1_009) }
    var keys = given
    SortingNetwork(count: count).sort(&keys, columns: 1, stride: 1)
    #expect(keys == given.sorted())
  }
}
