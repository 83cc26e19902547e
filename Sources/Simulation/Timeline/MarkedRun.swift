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
    let (steps, marks) = (worker.program.steps, worker.program.marks)
    var next = 0
    for (number, step) in steps.enumerated() {
      while next < marks.count, marks[next].steps == number {
        take(marks[next])
        next += 1
      }
      run(step, number: number)
    }
    for mark in marks[next...] { take(mark) }
  }
}
