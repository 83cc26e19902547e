/// Where the results of a run go: the page, the tables, `results.json`.
public struct ResultOutput: Sendable {
  /// Standard output, where a file for results may be named.
  public static let standardOutput = "-"

  /// Directory for every table and figure, `report.html` and `results.json`.
  public var directory: String?
  /// File for the results as JSON; ``standardOutput`` prints them instead of the page.
  public var json: String?
  /// File for the plan alone, as JSON.
  public var plan: String?
  /// File for the plan's model, as MPS.
  public var model: String?
  /// Whether the page is left out where results go to files.
  public var isQuiet: Bool
  public var width: Int
  public var style: TextStyle
  public var language: Language
  /// Templates that take the place of the report's own; `nil` for none.
  public var templates: String?

  public init(
    directory: String? = nil, json: String? = nil, plan: String? = nil, model: String? = nil,
    isQuiet: Bool = false, width: Int = 100, style: TextStyle = .plain, language: Language = .english
  ) {
    self.directory = directory
    self.json = json
    self.plan = plan
    self.model = model
    self.isQuiet = isQuiet
    self.width = width
    self.style = style
    self.language = language
    templates = nil
  }

  /// Finds out, before there are results, whether the templates can be used.
  ///
  /// - Throws: ``TemplateRefused``.
  public func check() throws(TemplateRefused) {
    if directory != nil, let templates { _ = try PageTemplates(directory: templates) }
  }

  /// Writes all files or none, then prints; a reader who closes the pipe is no failure.
  ///
  /// - Throws: ``TemplateRefused``, ``CannotWrite``.
  public func write(_ result: RunResult) throws {
    let templates = directory == nil ? nil : try PageTemplates(directory: templates)
    var result = result
    result.language = language
    let shown = result
    let rendered = Stopwatch.time {
      (
        page: printsPage ? page(of: shown) : "",
        files: templates.map { ResultFiles(shown, $0).rendered(threads: shown.threads) } ?? []
      )
    }
    result.timings.render = rendered.seconds
    let document = ResultsDocument(result)
    let text = json == nil && directory == nil ? "" : document.text
    var files = FileSet()
    if let directory {
      for file in rendered.value.files { files.add(path: "\(directory)/\(file.path)", text: file.text) }
      addPapers(of: rendered.value.files, to: directory, threads: result.threads, &files)
      files.add(path: directory + "/results.json", text: text)
    }
    if let json, json != Self.standardOutput { files.add(path: json, text: text) }
    if let plan, let planText = document.planText { files.add(path: plan, text: planText) }
    if let model, let modelText = result.exportedModel { files.add(path: model, text: modelText) }
    try files.write()
    _ = try StandardStreams.write(json == Self.standardOutput ? text : rendered.value.page)
  }

  private func page(of result: RunResult) -> String {
    if let trace = result.trace {
      return TracePage(result: result, trace: trace, width: width, style: style).text
    }
    guard let inquiry = result.inquiry else {
      return PlannersPage(result, width: width, style: style).text
    }
    return InquiryPage(result, inquiry, width: width, style: style).text
  }

  private var printsPage: Bool {
    let hasFiles = directory != nil || json != nil || plan != nil || model != nil
    return json != Self.standardOutput && !(isQuiet && hasFiles)
  }

  /// A PDF beside each figure, where there is a program that makes it.
  private func addPapers(
    of rendered: [(path: String, text: String)], to directory: String, threads: Int, _ files: inout FileSet
  ) {
    let figures = rendered.filter { $0.path.hasSuffix(".svg") }
    let converter = FigureConverter()
    let papers = converter?.pdfs(of: figures.map(\.text), threads: threads) ?? figures.map { _ in nil }
    for (figure, paper) in zip(figures, papers) {
      guard let paper else { continue }
      files.add(path: "\(directory)/\(figure.path.dropLast(4)).pdf", bytes: paper)
    }
    if !isQuiet, let note = Self.note(papers.count { $0 == nil }, hasConverter: converter != nil) {
      StandardStreams.complain(note)
    }
  }

  /// Why figures have no PDF beside them; `nil` where all have.
  private static func note(_ missing: Int, hasConverter: Bool) -> String? {
    let program = FigureConverter.program
    let count = Wording.english.count(missing, en: ("figure", "figures"), fr: ("figure", "figures"))
    if missing == 0 { return nil }
    return hasConverter
      ? "no PDF of \(count): \(program) did not make one"
      : "no PDF of \(count): there is no \(program) here; the SVG files are complete"
  }
}
