extension LeadTimeSample {
  /// Ends of the last sorties of the draws from `first` on where all carriers are free at the start.
  static func lifted(
    _ cycles: [Row], at first: Int = 0, carriers: Int, season: SeasonCalendar?, from starts: Row
  ) -> Row {
    // Carriers beyond the sorties never fly.
    let flying = min(carriers, cycles.count)
    if season == nil, (1...SortieLanes.mostCarriers).contains(flying) {
      return SortieLanes.ends(of: cycles, at: first, carriers: flying, from: starts)
    }
    var line = ServerLine(count: flying)
    return starts.indices.map { draw in
      line.reset()
      var latest = starts[draw]
      for cycle in cycles {
        let start = line.start(at: starts[draw])
        let end =
          season?.finish(start: start, work: cycle[first + draw]) ?? (start + cycle[first + draw])
        line.hold(until: end)
        latest = max(latest, end)
      }
      return latest
    }
  }
}
