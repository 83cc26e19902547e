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
      FuzzScenario.check(Array(UnsafeBufferPointer(start: start, count: count)))
      return 0
    }
  }

  /// The reader accepts it, or refuses it with a reason; nothing else may happen.
  private static func check(_ bytes: [UInt8]) {
    do throws(ScenarioRejected) {
      _ = try ScenarioFile.read(bytes: bytes, name: "fuzz.json")
    } catch {
      precondition(!error.issues.isEmpty, "refused without a reason")
      precondition(error.issues.allSatisfy { !$0.message.isEmpty }, "a reason without words")
      precondition(!error.description.isEmpty, "refused without a word")
    }
  }
}
