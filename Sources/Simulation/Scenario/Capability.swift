/// A kind of unit, and the measure it is counted in.
public struct Capability: Sendable, Equatable {
  public enum Measure: String, Sendable, CaseIterable {
    case units, airframes, personnel, vehicles, beds, boats
  }

  public var id: String
  public var name: String
  public var measure: Measure
  /// Under which personnel ceiling its people fall.
  public var category: PersonnelCategory
  /// A word for tables, such as `aviation`.
  public var kind: String?
  public var usualSize: UsualSize?
  /// Share of machines fit to work on a day, 0 … 1; used where a need counts serviceable ones.
  public var serviceability: Double
  public var evidence: Evidence

  public init(
    id: String, name: String, measure: Measure, category: PersonnelCategory, kind: String? = nil,
    usualSize: UsualSize? = nil, serviceability: Double = 1, evidence: Evidence = Evidence()
  ) {
    self.id = id
    self.name = name
    self.measure = measure
    self.category = category
    self.kind = kind
    self.usualSize = usualSize
    self.serviceability = serviceability
    self.evidence = evidence
  }
}

/// What one unit of a capability usually brings.
public struct UsualSize: Sendable, Equatable {
  /// In the capability's measure.
  public var quantity: Double
  public var personnel: Double?

  public init(quantity: Double, personnel: Double? = nil) {
    self.quantity = quantity
    self.personnel = personnel
  }
}

/// One capability standing in for another, at a loss.
public struct Substitution: Sendable, Equatable {
  public var of: String
  /// The capability it stands in for.
  public var target: String
  /// What one unit of the substitute is worth, above 0.
  public var effectiveness: Double
  public var evidence: Evidence

  public init(of: String, for target: String, effectiveness: Double, evidence: Evidence = Evidence()) {
    self.of = of
    self.target = target
    self.effectiveness = effectiveness
    self.evidence = evidence
  }
}

/// The categories under which the UN counts personnel, and their two sums.
public enum PersonnelCategory: String, Sendable, CaseIterable {
  case contingents, observersAndStaff, formedPolice, individualPolice, civilian, military, police

  /// The base categories it is made of: itself, or the parts of a sum.
  public var parts: [PersonnelCategory] {
    switch self {
    case .military: [.contingents, .observersAndStaff]
    case .police: [.formedPolice, .individualPolice]
    default: [self]
    }
  }

  /// Whether people of `other` count towards a figure kept for this category.
  public func includes(_ other: PersonnelCategory) -> Bool { self == other || parts.contains(other) }
}

/// How far the UN has checked a pledge in its readiness system, in rising order.
public enum Readiness: String, Sendable, CaseIterable, Comparable {
  case unregistered, level1, level2, level3, rapidDeployment

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  public static func < (left: Readiness, right: Readiness) -> Bool { left.rank < right.rank }
}
