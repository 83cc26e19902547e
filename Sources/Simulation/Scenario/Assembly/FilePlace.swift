/// A file of a scenario, found from the folder of the scenario's top file by names alone.
struct FilePlace: Hashable {
  /// The top file's folder as it was given, with its final `/`; empty where it is the current one.
  private let root: String
  /// Names of folders and file from there, or from `/`; `..` only at the beginning.
  private let names: [String]
  private let isAbsolute: Bool

  private init(root: String, names: [String], isAbsolute: Bool) {
    self.root = root
    self.names = names
    self.isAbsolute = isAbsolute
  }

  /// The top file itself.
  init(top path: String) {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    root = String(path[..<slash])
    names = [String(path[slash...])]
    isAbsolute = false
  }

  /// The file that a path in this file means.
  func resolving(_ path: String) -> FilePlace {
    let fromRoot = path.hasPrefix("/")
    var names = fromRoot ? [] : Array(self.names.dropLast())
    for name in path.split(separator: "/") where name != "." {
      if name == "..", let last = names.last, last != ".." {
        names.removeLast()
      } else if name != ".." || !(fromRoot || isAbsolute) {
        names.append(String(name))
      }
    }
    return FilePlace(root: root, names: names, isAbsolute: fromRoot || isAbsolute)
  }

  /// Whether it is not in the folder of the top file, nor in a folder below.
  var isOutside: Bool { isAbsolute || names.first == ".." }

  /// The path to open it by, and to call it by in messages.
  var path: String { (isAbsolute ? "/" : root) + names.joined(separator: "/") }

  /// As it is called in a list of files that include one another.
  var shortPath: String { (isAbsolute ? "/" : "") + names.joined(separator: "/") }
}
