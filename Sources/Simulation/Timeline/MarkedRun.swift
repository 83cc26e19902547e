/// Something that runs a program with the worker that runs the crowd, and looks at what rows hold at its marks.
protocol MarkedRun {
  var worker: Worker { get set }
  /// Runs the step with this number.
  mutating func run(_ step: Program.Step, number: Int)
  /// Looks at what a row holds now.
  mutating func take(_ mark: Program.Mark)
}

extension MarkedRun {
  mutating func runSteps(ofBlock block: Int) {
    worker.rows.begin(block: block)
    // By number, so that no list that threads share has to be held.
    let marks = worker.program.marks.count
    var next = 0
    for number in worker.program.steps.indices {
      while next < marks, worker.program.marks[next].steps == number {
        take(worker.program.marks[next])
        next += 1
      }
      run(worker.program.steps[number], number: number)
    }
    for number in next..<marks { take(worker.program.marks[number]) }
  }
}
