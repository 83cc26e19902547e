/// A limit that a mission is beyond on day 0, before anything is sent.
public enum AlreadyShort: Sendable, Hashable {
  /// People over a ceiling.
  case ceiling(PersonnelCategory, people: Int)
  /// Women that a share is short of.
  case women(PersonnelCategory, people: Int)
  /// Speakers of a working language that a share is short of.
  case speakers(people: Int)

  /// In words, as `results.json` has it.
  public var words: String {
    switch self {
    case .ceiling(let category, let people): "\(people) people over the \(category.words) ceiling"
    case .women(let category, let people): "already short by \(people) women among \(category.words)"
    case .speakers(let people): "already short by \(people) speakers of a working language"
    }
  }
}
