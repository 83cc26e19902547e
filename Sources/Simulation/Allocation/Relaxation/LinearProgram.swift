/// A linear program to be minimised, some of its columns whole: data alone, without a solver.
///
///     minimise   Σ cost[j]·x[j]
///     subject to rows[i].lower ≤ Σ a[i,j]·x[j] ≤ rows[i].upper,  columns[j].lower ≤ x[j] ≤ columns[j].upper
///
/// An absent bound is infinite.
package struct LinearProgram: Sendable, Hashable {
  package struct Column: Sendable, Hashable {
    package var name: String
    package var lower: Double
    package var upper: Double
    package var cost: Double
    package var isWhole: Bool
    /// Among columns that are not whole yet, those of the smallest rank are branched on first.
    package var branchingRank: Int
    /// Columns of one group draw on one supply; `nil` for a column that stands for itself.
    package var group: Int?
    /// What one more costs, at least 0, where it is all the same to the objective: a hint, which optimum to come to
    /// where many tie.
    package var tieCost: Double

    package init(
      name: String, lower: Double = 0, upper: Double = .infinity, cost: Double, isWhole: Bool = false,
      branchingRank: Int = 0, group: Int? = nil, tieCost: Double = 0
    ) {
      self.name = name
      self.lower = lower
      self.upper = upper
      self.cost = cost
      self.isWhole = isWhole
      self.branchingRank = branchingRank
      self.group = group
      self.tieCost = tieCost
    }
  }

  package struct Row: Sendable, Hashable {
    package var name: String
    package var lower: Double
    package var upper: Double
    package var entries: [Entry]
    /// An earlier row that differs from this one in few entries: the day or period before.
    package var follows: Int?
  }

  package struct Entry: Sendable, Hashable {
    package var column: Int
    package var value: Double

    package init(_ column: Int, _ value: Double) {
      self.column = column
      self.value = value
    }
  }

  package var name: String
  package private(set) var columns: [Column] = []
  package private(set) var rows: [Row] = []

  package init(name: String) { self.name = name }

  /// Adds a column and returns its number.
  @discardableResult
  package mutating func addColumn(
    _ name: String, lower: Double = 0, upper: Double = .infinity, cost: Double, isWhole: Bool = false,
    branchingRank: Int = 0, group: Int? = nil, tieCost: Double = 0
  ) -> Int {
    columns.append(
      Column(
        name: name, lower: lower, upper: upper, cost: cost, isWhole: isWhole, branchingRank: branchingRank,
        group: group, tieCost: tieCost))
    return columns.count - 1
  }

  /// Adds a row and returns its number; entries of value 0 are left out.
  @discardableResult
  package mutating func addRow(
    _ name: String, lower: Double = -.infinity, upper: Double = .infinity, _ entries: [Entry],
    follows: Int? = nil
  ) -> Int {
    rows.append(
      Row(
        name: name, lower: lower, upper: upper, entries: entries.filter { $0.value != 0 }, follows: follows))
    return rows.count - 1
  }

  package mutating func setCost(_ cost: Double, ofColumn column: Int) { columns[column].cost = cost }

  package mutating func setBounds(_ lower: Double, _ upper: Double, ofColumn column: Int) {
    columns[column].lower = lower
    columns[column].upper = upper
  }

  package mutating func setBounds(_ lower: Double, _ upper: Double, ofRow row: Int) {
    rows[row].lower = lower
    rows[row].upper = upper
  }

  /// Gives a row other entries; those of value 0 are left out.
  package mutating func replaceRow(_ row: Int, upper: Double, _ entries: [Entry]) {
    rows[row].upper = upper
    rows[row].entries = entries.filter { $0.value != 0 }
  }

  /// Adds a column with its value in each row that it enters.
  package mutating func append(_ column: Column, _ entries: [(row: Int, value: Double)]) {
    columns.append(column)
    for (row, value) in entries where value != 0 {
      rows[row].entries.append(Entry(columns.count - 1, value))
    }
  }

  /// Takes back what `append` did last.
  mutating func removeLastColumn() {
    columns.removeLast()
    for row in rows.indices where rows[row].entries.last?.column == columns.count {
      rows[row].entries.removeLast()
    }
  }

  /// The same program with its whole columns held at given values.
  package func holdingWhole(at values: [Double]) -> LinearProgram {
    var copy = self
    for (column, value) in values.enumerated() where columns[column].isWhole {
      copy.columns[column].lower = value
      copy.columns[column].upper = value
    }
    return copy
  }

  /// The objective of a point.
  package func objective(at point: [Double]) -> Double {
    point.indices.reduce(0) { $0 + columns[$1].cost * point[$1] }
  }

  /// Largest to smallest absolute coefficient of the rows; 1 where there are none.
  package var coefficientRange: Double {
    var smallest = Double.infinity
    var largest = 0.0
    for row in rows {
      for entry in row.entries {
        smallest = min(smallest, abs(entry.value))
        largest = max(largest, abs(entry.value))
      }
    }
    return largest > 0 ? largest / smallest : 1
  }
}
