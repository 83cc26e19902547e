internal import Foundation

/// A small scenario to start from, with its schema beside it.
public enum NewScenario {
  /// Writes it into a directory, which is made where it is missing; both files or none.
  ///
  /// - Returns: The path of the scenario.
  /// - Throws: ``CannotWrite``, also where one of the files is there already.
  public static func write(into directory: String) throws(CannotWrite) -> String {
    let directory = directory.isEmpty ? "." : directory
    let contents = [("scenario.json", text), ("scenario.schema.json", ScenarioSchema.text)]
    var files = FileSet()
    for (name, text) in contents {
      let path = (directory as NSString).appendingPathComponent(name)
      // Links are not followed: one that leads nowhere is there too.
      if (try? FileManager.default.attributesOfItem(atPath: path)) != nil {
        throw CannotWrite(path: path, cause: "it is there already, and 'simrun new' writes over nothing")
      }
      files.add(path: path, text: text)
    }
    try files.write()
    return (directory as NSString).appendingPathComponent("scenario.json")
  }
}
