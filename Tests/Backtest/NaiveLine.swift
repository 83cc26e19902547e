/// What a forecast has to beat: a line from 0 to the average peak at a year, flat after it.
package enum NaiveLine {
  /// Share of the ceiling that missions reach on average; Rappa, peaceoperationsreview.org, Sep 2016.
  package static let peak = 0.925
  package static let peakDay = 365

  /// People on a day.
  package static func strength(on day: Int, authorised: Double) -> Double {
    peak * authorised * Double(min(max(0, day), peakDay)) / Double(peakDay)
  }
}
