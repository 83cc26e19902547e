/// A language that results are written in.
///
/// Names and texts of the scenario stay in the scenario's own words.
public enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case french = "fr"
}
