import Simulation
import Testing

@Suite("First come, first served")
struct ServerLineTests {
  @Test("With two servers, each load is taken by the one that is free first")
  func twoServers() {
    var line = ServerLine(count: 2)
    var ends: [Double] = []
    for (arrival, work) in [(0.0, 10.0), (1, 2), (2, 2), (3, 1), (20, 1)] {
      let end = max(arrival, line.earliest) + work
      line.hold(until: end)
      ends.append(end)
    }
    #expect(ends == [10, 3, 5, 6, 21])
  }

  @Test("Without a server nothing is ever served")
  func noServer() {
    #expect(ServerLine(count: 0).earliest == .infinity)
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
        let start = max(now, line.earliest)
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
