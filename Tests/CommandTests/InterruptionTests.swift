import Foundation
import Testing

/// One after the other, so that one run's work does not delay another's end.
@Suite("Ctrl-C", .serialized)
struct InterruptionTests {
  /// Enough for hours.
  static let endless = [Command.scenario("small/one-battalion.json"), "--replications", "1000000000"]

  /// What is interrupted would take hours; the rest is for a machine that is busy with other work.
  static let soon = 5.0

  @Test("A long run ends soon, prints its plan, marks it as partial and ends with 130")
  func partialJSON() throws {
    let (outcome, seconds) = try Self.interrupted(["--json", "-"]) { $0.interrupt() }
    #expect(outcome.status == 130)
    #expect(seconds < Self.soon)
    let json = try outcome.json()
    #expect(json["partial"] as? Bool == true)
    #expect(json["timeline"] is NSNull)
    let plan = try #require(json["allocation"] as? [String: Any])
    #expect(plan["status"] as? String == "optimal")
  }

  @Test("The page says that it is not whole")
  func partialPage() throws {
    let (outcome, seconds) = try Self.interrupted([]) { $0.interrupt() }
    #expect(outcome.status == 130)
    #expect(seconds < Self.soon)
    #expect(outcome.output.contains("INTERRUPTED"))
    #expect(outcome.output.contains("Optimal, proved."))
    #expect(!outcome.output.contains("time limit"))
  }

  @Test("A request to end is taken as Ctrl-C, and files are written")
  func terminated() throws {
    try Folder.with { folder in
      let (outcome, _) = try Self.interrupted(["--out", folder.path + "/out"]) { $0.terminate() }
      #expect(outcome.status == 130)
      let data = try Data(contentsOf: folder.appendingPathComponent("out/results.json"))
      let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      #expect(json["partial"] as? Bool == true)
    }
  }

  private static func interrupted(
    _ arguments: [String], by signal: (RunningCommand) -> Void
  ) throws -> (outcome: Command.Outcome, seconds: Double) {
    let running = try Command.started(endless + arguments)
    // The plan takes a few hundredths of a second: by then it is at its replications.
    Thread.sleep(forTimeInterval: 1.5)
    let start = ContinuousClock.now
    signal(running)
    let outcome = try running.finished()
    return (outcome, (ContinuousClock.now - start) / .seconds(1))
  }
}
