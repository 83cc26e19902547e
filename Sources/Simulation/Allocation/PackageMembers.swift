/// Pledges that are sent with their package only: members of all-or-nothing packages and of rotations.
///
/// A member in place on day 0 is there whatever happens: it is no longer part of what is to be decided.
struct PackageMembers {
  private let indices: Set<Int>

  init(_ scenario: Scenario) {
    let ids = Set(scenario.packages.filter(\.isSentWhole).flatMap(\.members))
    indices = Set(
      scenario.pledges.indices.filter {
        ids.contains(scenario.pledges[$0].id) && scenario.pledges[$0].inPlace == nil
      })
  }

  func contains(_ pledge: Int) -> Bool { indices.contains(pledge) }
}

extension Package {
  /// Whether it is one column: its members come together or take turns.
  var isSentWhole: Bool {
    switch kind {
    case .allOrNothing, .rotation: true
    case .atMost: false
    }
  }
}
