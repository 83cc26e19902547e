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

  /// The reader accepts it, or refuses it with a reason; nothing else may happen.
  private static func check(_ input: FuzzInput) {
    do throws(ScenarioRejected) {
      let loaded = try ScenarioFile.read(
        bytes: input.scenario, name: "scenario.json", files: input.files, options: input.options)
      let located = loaded.located(loaded.warnings)
      precondition(located.allSatisfy { !$0.description.isEmpty }, "a warning without words")
    } catch {
      precondition(!error.issues.isEmpty, "refused without a reason")
      precondition(error.issues.allSatisfy { !$0.message.isEmpty }, "a reason without words")
      precondition(!error.description.isEmpty, "refused without a word")
    }
  }
}
