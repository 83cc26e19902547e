import CFuzzer
import Simulation

/// Hands the reader to libFuzzer, whose switches stand on the command line.
@main
enum FuzzScenario {
  static func main() {
    var count = CommandLine.argc
    // libFuzzer reads its switches from here and writes nothing.
    var words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = LLVMFuzzerRunDriver(&count, &words) { start, count in
      // The bytes are libFuzzer's and are copied before anything is read from them.
      FuzzScenario.check(FuzzInput(Array(UnsafeBufferPointer(start: start, count: count))))
      return 0
    }
  }

  /// The reader accepts it, and then the same written out, or refuses it with a reason.
  private static func check(_ input: FuzzInput) {
    do throws(ScenarioRejected) {
      let loaded = try ScenarioFile.read(
        bytes: input.scenario, name: "scenario.json", files: input.files, options: input.options)
      let located = loaded.located(loaded.warnings)
      precondition(located.allSatisfy { !$0.description.isEmpty }, "a warning without words")
      checkCopy(of: loaded)
    } catch {
      precondition(!error.issues.isEmpty, "refused without a reason")
      precondition(error.issues.allSatisfy { !$0.message.isEmpty }, "a reason without words")
      precondition(!error.description.isEmpty, "refused without a word")
    }
  }

  private static func checkCopy(of loaded: LoadedScenario) {
    guard let text = loaded.text else { preconditionFailure("no text was kept") }
    do throws(ScenarioRejected) {
      let copy = try ScenarioFile.read(bytes: Array(text.utf8), name: "copy.json")
      precondition(copy.digest == loaded.digest, "written out, the digest is another")
      precondition(copy.scenario == loaded.scenario, "written out, the scenario is another")
    } catch {
      preconditionFailure("written out, it is refused: \(error)")
    }
  }
}
