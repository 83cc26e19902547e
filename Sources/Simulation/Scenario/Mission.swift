/// An operation with a mandate, places, ceilings and seasons.
public struct Mission: Sendable, Equatable {
  public var id: String
  public var name: String
  public var country: String?
  public var weight: Double
  /// Working languages, as ISO 639-1 codes.
  public var languages: [String]
  /// First day without a mandate; later days rest on "assumes renewal".
  public var mandateUntil: Int?
  /// Authorised people; an absent category does not bind.
  public var ceilings: [PersonnelCategory: Double]
  /// People on the ground on day 0.
  public var present: [PersonnelCategory: Double]
  public var presentSpeakers: Double?
  public var presentWomen: [PersonnelCategory: Double]
  /// Share of people who shall speak a working language, 0 … 1.
  public var languageShare: Double?
  public var womenShare: [PersonnelCategory: Double]
  /// For deployments of this scenario, in US dollars.
  public var budget: Double?
  public var refuses: Refusals
  public var seasons: [Season]
  public var sites: [Site]
  public var entry: [EntryPoint]
  /// Days within which every need should be covered.
  public var standardDays: Int
  public var evidence: Evidence

  public init(id: String, name: String, standardDays: Int = 90) {
    self.id = id
    self.name = name
    self.standardDays = standardDays
    weight = 1
    languages = []
    ceilings = [:]
    present = [:]
    presentWomen = [:]
    womenShare = [:]
    refuses = Refusals()
    seasons = []
    sites = []
    entry = []
    evidence = Evidence()
  }
}

/// What the host state does not accept.
public struct Refusals: Sendable, Equatable {
  public var contributors: Set<String>
  public var capabilities: Set<String>

  public init(contributors: Set<String> = [], capabilities: Set<String> = []) {
    self.contributors = contributors
    self.capabilities = capabilities
  }
}

/// A part of every year, both ends included; it may run across the year's end.
public struct Season: Sendable, Equatable {
  public var id: String
  public var from: MonthDay
  public var to: MonthDay

  public init(id: String, from: MonthDay, to: MonthDay) {
    self.id = id
    self.from = from
    self.to = to
  }
}

/// A place of a mission; degrees north and east.
public struct Site: Sendable, Equatable {
  public var id: String
  public var latitude: Double
  public var longitude: Double

  public init(id: String, latitude: Double, longitude: Double) {
    self.id = id
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// A way into the mission: by air to a site, or by sea through a port.
public struct EntryPoint: Sendable, Equatable {
  public enum Mode: String, Sendable, CaseIterable { case air, sea, road }
  public var mode: Mode
  public var site: String?
  public var port: String?

  public init(mode: Mode, site: String? = nil, port: String? = nil) {
    self.mode = mode
    self.site = site
    self.port = port
  }
}
