/// Entries of one kind that are read and checked, and change no figure of plan or timeline in this version.
public struct UnusedFeature: Sendable, Equatable {
  /// In words, such as `supports`.
  public let name: String
  /// Identifiers of the entries that have it, sorted; empty where the scenario as a whole has it.
  public let entries: [String]

  init(_ name: String, _ entries: [String] = []) {
    self.name = name
    self.entries = entries
  }
}

extension Scenario {
  /// What the scenario holds that the plan, or the timeline, does not use yet.
  public var unusedFeatures: [UnusedFeature] {
    // Nothing at present; a key that the reader takes and no part uses is named here.
    []
  }

  /// One line that names all of ``unusedFeatures``; `nil` where there are none.
  public var unusedFeaturesNotice: BilingualText? {
    let features = unusedFeatures.map {
      $0.entries.isEmpty ? $0.name : "\($0.name): \($0.entries.joined(separator: ", "))"
    }
    guard !features.isEmpty else { return nil }
    let list = features.joined(separator: "; ")
    return BilingualText(
      en: "read and checked, but without effect in this version: \(list)",
      fr: "lu et vérifié, mais sans effet dans cette version : \(list)")
  }
}
