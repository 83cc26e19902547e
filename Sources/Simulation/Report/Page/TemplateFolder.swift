internal import Foundation

/// A user's folder of templates, as text by file name.
struct TemplateFolder {
  let texts: [String: String]

  /// - Throws: ``TemplateRefused`` where the folder or a file in it cannot be read, or nothing in it is used.
  init(_ path: String) throws(TemplateRefused) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw TemplateRefused("\(path): cannot be read as a folder of templates")
    }
    var texts: [String: String] = [:]
    for name in names.sorted() where Self.isPart(name) {
      guard let data = FileManager.default.contents(atPath: path + "/" + name) else {
        throw TemplateRefused("\(path)/\(name): cannot be read")
      }
      guard let text = String(validating: data, as: UTF8.self) else {
        throw TemplateRefused("\(path)/\(name): is not UTF-8 text")
      }
      texts[name] = text
    }
    guard !texts.isEmpty else {
      throw TemplateRefused(
        "\(path): holds no template; give one or more of "
          + PageTemplates.shipped.keys.sorted().joined(separator: ", "))
    }
    self.texts = texts
  }

  private static func isPart(_ name: String) -> Bool {
    !name.hasPrefix(".") && [".mustache", ".css", ".js"].contains { name.hasSuffix($0) }
  }
}
