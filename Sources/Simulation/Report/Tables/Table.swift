/// A table of results: typed columns, typed cells, and what a reader has to know to read them.
///
/// It knows no format: writers turn it into terminal text, Markdown, CSV, LaTeX or HTML. Its texts are in its
/// language already; writers put numbers and dates into it.
public struct Table: Sendable, Equatable {
  /// File name without extension, such as `gap-coverage`.
  public var name: String
  public var caption: String
  public var columns: [Column]
  public var rows: [Row]
  /// Footnotes, one sentence or more each.
  public var notes: [String]
  /// Which run it is from and what it rests on; said below the notes in files.
  public var basis: [String] = []
  public var language: Language

  public init(
    name: String, caption: String, columns: [Column], rows: [Row], notes: [String] = [],
    language: Language = .english
  ) {
    self.language = language
    self.name = name
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }

  /// One cell for each column, in their order.
  public struct Row: Sendable, Equatable {
    public var cells: [Cell]
    public var tone: Tone

    public init(_ cells: [Cell], tone: Tone = .plain) {
      self.cells = cells
      self.tone = tone
    }
  }

  /// How a row is to strike the eye, where a writer has colours.
  public enum Tone: Sendable, Equatable {
    case plain, alarm
  }
}

extension Table {
  /// What a column is called, what its cells are, and where writers put it.
  public struct Column: Sendable, Equatable {
    /// Name in data files, camelCase, unique in the table.
    public var key: String
    public var title: String
    /// Such as `%` or `days`; shown with the title.
    public var unit: String?
    /// Title over this and neighbouring columns of the same spanner.
    public var spanner: String?
    public var kind: Kind
    public var alignment: Alignment
    public var placement: Placement
    /// Whether its shares are parts of one whole, so that what is shown has to add up.
    public var addsUp: Bool

    public init(
      _ key: String, _ title: String, _ kind: Kind = .text, unit: String? = nil, spanner: String? = nil,
      alignment: Alignment? = nil, placement: Placement = .column, addsUp: Bool = false
    ) {
      self.addsUp = addsUp
      self.key = key
      self.title = title
      self.unit = unit
      self.spanner = spanner
      self.kind = kind
      self.alignment = alignment ?? (kind == .text ? .left : .right)
      self.placement = placement
    }
  }

  public enum Kind: Sendable, Equatable {
    case text
    case number(decimals: Int)
    /// A number with its measure, such as `4 airframes`.
    case quantity
    /// A share 0 … 1, shown in percent.
    case share(decimals: Int)
    /// A probability 0 … 1 with its interval, shown in percent.
    case chance
    /// A mean with its standard error.
    case estimate(decimals: Int)
    /// A mean share 0 … 1 with its standard error, shown in percent.
    case shareEstimate(decimals: Int)
    /// A day counted from day 0.
    case day
    case date
  }

  public enum Alignment: Sendable, Equatable {
    case left, right
  }

  public enum Placement: Sendable, Equatable {
    case column
    /// A column where the page has room for it, that is from `TableLayout.roomyWidth` on; always in files.
    case roomyColumn
    /// Said once above the rows that share it, where the page is narrow; a column in files.
    case heading
    /// On lines of its own below the row, where the page is narrow; a column in files.
    case below
    /// As ``below``; left out in papers, since a table of its own says it.
    case aside
    /// In data files only, such as an identifier.
    case dataOnly
  }
}
