internal import Foundation
internal import Mustache

/// The templates of a page: those that come with the program, some of them replaced by a user's own.
///
/// A file `NAME.mustache` of the user's folder takes the place of the template of that name; `report.css` and
/// `report.js` take the place of the page's looks and manners.
package struct PageTemplates: Sendable {
  private static let ending = ".mustache"

  /// Looks, as CSS.
  package let style: String
  /// Manners, as JavaScript.
  package let script: String
  private let library: MustacheLibrary

  /// - Parameter directory: The user's folder; `nil` for none.
  /// - Throws: ``TemplateRefused`` where a template cannot be read or names what does not exist.
  package init(directory: String? = nil) throws(TemplateRefused) {
    let own = try directory.map { path throws(TemplateRefused) in try TemplateFolder(path).texts } ?? [:]
    let check = TemplateCheck(shipped: Self.shipped, own: own, directory: directory ?? "")
    try check.run()
    var library = MustacheLibrary()
    for (file, text) in Self.shipped.merging(own, uniquingKeysWith: { _, own in own })
    where file.hasSuffix(Self.ending) {
      let name = String(file.dropLast(Self.ending.count))
      do {
        try library.register(text, named: name)
      } catch {
        throw TemplateRefused(parsing: "\(directory ?? "")/\(file)", error)
      }
    }
    self.library = library
    style = own["report.css"] ?? Self.shipped["report.css"] ?? ""
    script = own["report.js"] ?? Self.shipped["report.js"] ?? ""
  }

  /// The page.
  package func render(_ context: [String: Any]) -> String {
    library.render(context, withTemplate: "report") ?? ""
  }

  /// By file name.
  package static let shipped: [String: String] = [
    "report.mustache": PackageResources.report_mustache,
    "summary.mustache": PackageResources.summary_mustache,
    "map.mustache": PackageResources.map_mustache, "figures.mustache": PackageResources.figures_mustache,
    "tables.mustache": PackageResources.tables_mustache, "needs.mustache": PackageResources.needs_mustache,
    "basis.mustache": PackageResources.basis_mustache, "report.css": PackageResources.report_css,
    "report.js": PackageResources.report_js,
  ].mapValues { String(decoding: $0, as: UTF8.self) }
}

/// Why a template cannot be used: which file, where, and what is wrong.
public struct TemplateRefused: Error, Equatable, CustomStringConvertible {
  public let description: String

  package init(_ description: String) { self.description = description }

  init(parsing path: String, _ error: any Error) {
    guard let found = error as? MustacheTemplate.ParserError else {
      self.init("\(path): \(error)")
      return
    }
    let place = "\(path):\(found.context.lineNumber):\(found.context.columnNumber)"
    self.init("\(place): \(Self.words(found.error)): \(found.context.line)")
  }

  private static func words(_ error: any Error) -> String {
    guard let error = error as? MustacheTemplate.Error else { return "a tag is not finished" }
    return switch error {
    case .sectionCloseNameIncorrect: "a section ends under another name than it began with"
    case .unfinishedName: "a tag is not finished"
    case .expectedSectionEnd: "a section has no end"
    case .invalidSetDelimiter: "a change of delimiters is not finished"
    default: "not a tag that is understood here"
    }
  }
}
