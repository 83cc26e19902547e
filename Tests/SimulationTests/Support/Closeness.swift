/// Whether two results agree well enough for a solver that stops at a feasibility tolerance of 1e-7.
func agree(_ a: Double, _ b: Double, within tolerance: Double = 1e-6) -> Bool {
  a == b || abs(a - b) <= tolerance * max(1, abs(a), abs(b))
}
