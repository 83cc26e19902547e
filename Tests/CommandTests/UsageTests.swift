import Foundation
import Testing

@Suite("Wrong usage")
struct UsageTests {
  @Test(
    "Wrong words end with status 64, say what is allowed, and print no results",
    arguments: [
      ("", "Missing expected argument '<scenario>'"),
      ("a.json b.json", "Unexpected argument 'b.json'"),
      ("a.json --replication 5", "Unknown option '--replication'"),
      ("a.json --replications 1e12", "'--replications <n>': give a whole number from 1 to 1000000000"),
      ("a.json --replications 1000000001", "give a whole number from 1 to 1000000000"),
      ("a.json --replications 0", "give a whole number from 1 to 1000000000"),
      ("a.json --replications -5", "give a whole number from 1 to 1000000000"),
      ("a.json --replications abc", "The value 'abc' is invalid"),
      ("a.json --replications 10.5", "give a whole number"),
      ("a.json --threads 0", "give a whole number from 1 to 1024"),
      ("a.json --threads 1025", "give a whole number from 1 to 1024"),
      ("a.json --threads 99999999999999999999", "give a whole number from 1 to 1024"),
      ("a.json --replications -1", "give a whole number from 1 to 1000000000"),
      ("a.json --seed abc", "give a whole number from 0 to 18446744073709551615"),
      ("a.json --seed 1.5", "give a whole number from 0 to 18446744073709551615"),
      ("simulate a.json --plan b.json --seed 1e3", "give a whole number from 0 to 18446744073709551615"),
      ("compare a.json b.json --replications 0", "give a whole number from 1 to 1000000000"),
      ("a.json --seed -1", "give a whole number from 0 to 18446744073709551615"),
      ("a.json --seed 18446744073709551616", "give a whole number from 0 to 18446744073709551615"),
      ("a.json --time-limit -1", "give a number from 0 to 1000000"),
      ("a.json --time-limit nan", "give a number from 0 to 1000000"),
      ("a.json --time-limit inf", "give a number from 0 to 1000000"),
      ("a.json --out=", "Missing value for '--out <dir>'"),
      ("a.json --json=", "Missing value for '--json <file>'"),
      ("a.json --json", "Missing value for '--json <file>'"),
      ("a.json --export-model b.mps", "Unknown option '--export-model'"),
      ("allocate a.json --seed 5", "Unknown option '--seed'"),
      ("check a.json --threads 2", "Unknown option '--threads'"),
    ])
  func wrong(arguments: String, message: String) throws {
    let outcome = try Command.run(arguments.split(separator: " ").map(String.init))
    #expect(outcome.status == 64, "\(arguments)")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test("An empty name of a scenario is no scenario")
  func emptyName() throws {
    let outcome = try Command.run("")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("there is no such file"))
  }

  @Test("Results cannot go to a file or a directory without a name", arguments: ["--out", "--json"])
  func namelessTarget(option: String) throws {
    let outcome = try Command.run("a.json", option, "")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("give a name"), "\(outcome.errors)")
  }

  @Test("The version names the program and its solver")
  func version() throws {
    let outcome = try Command.run("--version")
    #expect(outcome.status == 0)
    #expect(
      outcome.output.wholeMatch(of: /simrun \d+\.\d+\.\d+, GLPK \d+\.\d+\n/) != nil, "\(outcome.output)")
  }

  @Test("Help names every command and every exit status, and each command its options")
  func help() throws {
    let outcome = try Command.run("--help")
    #expect(outcome.status == 0)
    for word in ["run", "allocate", "check", "64", "65", "70", "73", "130"] {
      #expect(outcome.output.contains(word), "\(word)")
    }
    let run = try Command.run("run", "--help").output
    for option in ["out", "json", "seed", "replications", "threads", "fractional", "time-limit", "quiet"] {
      #expect(run.contains("--\(option)"), "\(option)")
    }
    let allocate = try Command.run("allocate", "--help").output
    for option in ["export-model", "save-plan", "json"] {
      #expect(allocate.contains("--\(option)"), "\(option)")
    }
  }
}
