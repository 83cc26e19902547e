/// Comings and goings at a need with few parts, in the order of days, in each replication of a block.
///
/// An event is a number: its day, then whether it is a coming, then which part it is of. So on one day all goings
/// lie before all comings, and coverage is highest at the end of its rises.
struct NeedEvents {
  static let size = UnitDays.size
  /// Later days do not fit.
  static let lastDay = 1 << 20
  private static let partBits = 3
  private static let dayShift = 4
  /// Rows a power of two apart would share few places of the processor's cache.
  private static let stride = size + 16

  /// By event, in order, then replication.
  private(set) var keys = [Int32](repeating: 0, count: 2 * PresenceTable.mostParts * stride)
  /// By part, then replication: days at the need, cut to its own; both its end where there are none.
  private(set) var from = [Int32](repeating: 0, count: PresenceTable.mostParts * size)
  private(set) var until = [Int32](repeating: 0, count: PresenceTable.mostParts * size)
  /// By replication: the parts that are there on a day.
  private(set) var present = [Int32](repeating: 0, count: size)

  /// By number of parts: puts comings and goings in the order of days.
  private let networks = (0...PresenceTable.mostParts).map { SortingNetwork(count: 2 * $0) }

  /// Takes the events of a need from the days of its parts; those of a single part are in order as they are.
  mutating func gather(_ need: CoverageLayout.Need, _ rows: [Int], _ days: borrowing UnitDays) {
    let parts = need.rows.count
    for part in 0..<parts {
      Self.cut(
        part, row: rows[need.rows.lowerBound + part], start: Int32(need.start), end: Int32(need.end),
        arrivals: days.arrivals, departures: days.departures, &from, &until)
    }
    if parts > 1 { sort(parts) }
  }

  private mutating func sort(_ parts: Int) {
    for part in 0..<parts {
      let (row, code) = (part * Self.size, Int32(part))
      Self.encode(until, at: row, code: code, to: part, &keys)
      Self.encode(from, at: row, code: code | 1 << Int32(Self.partBits), to: parts + part, &keys)
    }
    networks[parts].sort(&keys, columns: Self.size, stride: Self.stride)
  }

  /// Finds which parts are there on a day; whether any is, in any replication.
  mutating func findPresent(on day: Int, parts: Int) -> Bool {
    Self.find(on: Int32(day), parts: parts, from, until, &present)
  }

  /// An event's day, and the bit of its part.
  @inline(__always)
  static func event(_ key: Int32) -> (day: Int, part: Int) {
    (Int(key &>> Int32(dayShift)), 1 &<< (Int(key) & (1 &<< partBits &- 1)))
  }

  /// Where the event at a place of the order lies in ``keys``.
  @inline(__always)
  static func place(_ event: Int, _ replication: Int) -> Int { event &* stride &+ replication }
}

// One loop, one job: the compiler vectorises them only so.
extension NeedEvents {
  @inline(never)
  private static func cut(
    _ part: Int, row: Int, start: Int32, end: Int32, arrivals: [Int32], departures: [Int32],
    _ from: inout [Int32], _ until: inout [Int32]
  ) {
    let (arrivals, departures) = (arrivals.span, departures.span)
    var from = from.mutableSpan
    var until = until.mutableSpan
    let (target, source) = (part * size, row * size)
    precondition(target >= 0 && target <= from.count &- size && target <= until.count &- size)
    precondition(source >= 0 && source <= arrivals.count &- size && source <= departures.count &- size)
    for replication in 0..<size {
      let comes = max(arrivals[source &+ replication], start)
      let goes = min(departures[source &+ replication], end)
      let isThere = comes < goes
      from[target &+ replication] = isThere ? comes : end
      until[target &+ replication] = isThere ? goes : end
    }
  }

  @inline(never)
  private static func encode(
    _ days: [Int32], at first: Int, code: Int32, to place: Int, _ keys: inout [Int32]
  ) {
    let days = days.span
    var keys = keys.mutableSpan
    let target = place * stride
    precondition(target >= 0 && target <= keys.count &- size && first >= 0 && first <= days.count &- size)
    for replication in 0..<size {
      keys[target &+ replication] = days[first &+ replication] &<< Int32(dayShift) | code
    }
  }

  @inline(never)
  private static func find(
    on day: Int32, parts: Int, _ from: [Int32], _ until: [Int32], _ present: inout [Int32]
  ) -> Bool {
    let (from, until) = (from.span, until.span)
    var present = present.mutableSpan
    present.update(repeating: 0)
    var all: Int32 = 0
    for part in 0..<parts {
      let first = part * size
      let bit: Int32 = 1 &<< Int32(part)
      precondition(first <= from.count &- size && first <= until.count &- size && present.count == size)
      for replication in 0..<size {
        // Without `&&`, so that there is no branch.
        let comes = from[first &+ replication] <= day ? bit : 0
        let stays = day < until[first &+ replication] ? bit : 0
        present[replication] |= comes & stays
        all |= comes & stays
      }
    }
    return all != 0
  }
}
