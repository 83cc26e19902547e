/// The version of the program, as printed and as written into results.
public enum Version {
  public static let current = "0.1.0"
}
