import Simulation
import Testing

@Suite("First come, first served")
struct ServerLineTests {
  @Test("With two servers, each load is taken by the one that is free first")
  func twoServers() {
    var line = ServerLine(count: 2)
    var ends: [Double] = []
    for (arrival, work) in [(0.0, 10.0), (1, 2), (2, 2), (3, 1), (20, 1)] {
      let end = line.start(at: arrival) + work
      line.hold(until: end)
      ends.append(end)
    }
    #expect(ends == [10, 3, 5, 6, 21])
  }

  @Test("A server that is there for a time begins nothing after it, and is used before one that stays")
  func extra() {
    var line = ServerLine(count: 1, extras: [ServerLine.Extra(from: 10, until: 30)])
    var starts: [Double] = []
    for arrival in [0.0, 0, 0, 0, 0, 0] {
      starts.append(line.start(at: arrival))
      line.hold(until: (starts.last ?? 0) + 15)
    }
    #expect(starts == [0, 10, 15, 25, 30, 45])
    line.reset()
    // Both are free: the one that leaves takes the first.
    for arrival in [20.0, 20, 21] {
      starts.append(line.start(at: arrival))
      line.hold(until: (starts.last ?? 0) + 5)
    }
    #expect(Array(starts.suffix(3)) == [20, 20, 25])
    var none = ServerLine(count: 0, extras: [ServerLine.Extra(from: 10, until: 30)])
    #expect(none.start(at: 29) == 29 && none.start(at: 30) == .infinity)
  }

  @Test("Without a server nothing is ever served")
  func noServer() {
    var line = ServerLine(count: 0)
    #expect(line.start(at: 3) == .infinity)
  }

  @Test("Few carriers in order and many in a heap end the same sorties at the same times")
  func lanes() {
    let key = StreamKey(seed: 7, name: "sorties")
    let law = Law(Distribution(.gamma(mean: 6, sd: 4)))
    // More draws than one block of lanes, and not a whole number of blocks.
    let draws = 300
    func row(_ name: String) -> [Double] {
      (0..<draws + 5).map {
        law.value(
          word: ReplicationWords.word(replication: $0, key: key, stream: StreamName(name), visit: 0))
      }
    }
    let starts = Array(row("start").prefix(draws))
    for (carriers, sorties) in [(1, 1), (1, 9), (2, 7), (5, 5), (5, 23), (8, 60)] {
      let cycles = (0..<sorties).map { row("sortie \($0)") }
      let one = starts.indices.map { draw in
        var line = ServerLine(count: carriers)
        return cycles.reduce(starts[draw]) { latest, cycle in
          let end = line.start(at: starts[draw]) + cycle[5 + draw]
          line.hold(until: end)
          return max(latest, end)
        }
      }
      #expect(SortieLanes.ends(of: cycles, at: 5, carriers: carriers, from: starts) == one)
    }
  }

  @Test("Random arrivals at two carriers wait as long as queueing theory says")
  func twoRandomServers() {
    // M/M/2 with an offered load of 1.6: the mean wait is 1.7778 service times (Erlang's C formula). Waits of
    // neighbours go together, so the error comes from the means of 200 runs of 20,000.
    let (arrivals, services) = (
      Law(Distribution(.exponential(mean: 1 / 1.6))), Law(Distribution(.exponential(mean: 1)))
    )
    let means = (0..<200).map { run -> Double in
      let key = StreamKey(seed: 2017, name: "run \(run)")
      var line = ServerLine(count: 2)
      var (now, waited) = (0.0, 0.0)
      for number in 0..<22_000 {
        func word(_ name: String) -> UInt32 {
          ReplicationWords.word(replication: number, key: key, stream: StreamName(name), visit: 0)
        }
        now += arrivals.value(word: word("arrival"))
        let start = line.start(at: now)
        line.hold(until: start + services.value(word: word("service")))
        // The first 2,000 find the line emptier than it will be.
        if number >= 2_000 { waited += start - now }
      }
      return waited / 20_000
    }
    let mean = means.reduce(0, +) / 200
    let spread = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 199
    #expect(abs(mean - 16.0 / 9) <= 4 * (spread / 200).squareRoot())
  }
}
