/// A plan made before, of which as little as possible is to be changed.
public struct EarlierPlan: Sendable, Equatable {
  /// Elements of one pledge, sent to one need on one day.
  public struct Sending: Sendable, Hashable {
    public var pledge: String
    public var need: String
    public var arrivalDay: Int
    public var units: Double

    public init(pledge: String, need: String, arrivalDay: Int, units: Double) {
      self.pledge = pledge
      self.need = need
      self.arrivalDay = arrivalDay
      self.units = units
    }
  }

  /// Sorted by need, pledge, day; each of these once.
  public let sendings: [Sending]

  public init(sendings: [Sending]) {
    let joined = Dictionary(sendings.map { ($0.place, $0.units) }, uniquingKeysWith: +)
    self.sendings = joined.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map {
      Sending(pledge: $0.key.pledge, need: $0.key.need, arrivalDay: $0.key.arrivalDay, units: $0.value)
    }
  }

  /// The plan that an allocation is.
  public init(_ allocation: Allocation) {
    self.init(
      sendings: allocation.assignments.map {
        Sending(pledge: $0.pledge, need: $0.need, arrivalDay: $0.arrivalDay, units: $0.units)
      })
  }
}

extension EarlierPlan.Sending {
  /// Which pledge, which need, which day.
  struct Place: Hashable, Comparable {
    let pledge: String
    let need: String
    let arrivalDay: Int

    /// The same without its day.
    var onAnyDay: Place { Place(pledge: pledge, need: need, arrivalDay: 0) }

    static func < (left: Place, right: Place) -> Bool {
      (left.need, left.pledge, left.arrivalDay) < (right.need, right.pledge, right.arrivalDay)
    }
  }

  var place: Place { Place(pledge: pledge, need: need, arrivalDay: arrivalDay) }
}

/// An earlier plan as a model sees it.
struct EarlierSending: Sendable {
  /// What one element more or less counts, by its day and once more by its need: an element on another day
  /// counts 1, one withdrawn or added 1, one sent to another need 2.
  static let half = 0.5

  /// What can be sent of one pledge to one need, on one day or on any, and what was.
  struct Count: Sendable {
    /// Deployments, in order, and the elements that one of each sends.
    var terms: [LinearProgram.Entry] = []
    var before: Double
  }

  /// By pledge, need and day, then by pledge and need: every figure that a change is counted by.
  let counts: [Count]
  /// How many of each deployment would send no more than was sent.
  let wanted: [Double]

  init(_ earlier: EarlierPlan, in model: AllocationModel) {
    let scenario = model.scenario
    var places: [EarlierPlan.Sending.Place: Count] = [:]
    var pairs: [EarlierPlan.Sending.Place: Count] = [:]
    for sending in earlier.sendings {
      places[sending.place] = Count(before: sending.units)
      pairs[sending.place.onAnyDay, default: Count(before: 0)].before += sending.units
    }
    var wanted = [Double](repeating: .infinity, count: model.deployments.count)
    for (number, deployment) in model.deployments.enumerated() {
      for leg in deployment.legs {
        let place = EarlierPlan.Sending.Place(
          pledge: scenario.pledges[leg.pledge].id, need: scenario.needs[leg.need].id, arrivalDay: leg.arrival)
        let term = LinearProgram.Entry(number, leg.elements)
        places[place, default: Count(before: 0)].terms.append(term)
        pairs[place.onAnyDay, default: Count(before: 0)].terms.append(term)
        wanted[number] = min(wanted[number], (places[place]?.before ?? 0) / leg.elements)
      }
    }
    self.wanted = wanted
    counts = [places, pairs].flatMap { counts in
      counts.keys.sorted().compactMap { counts[$0] }.filter { !$0.terms.isEmpty }
    }
  }

  /// How much a plan changes, but for what no deployment of the model could repeat.
  func changes(in sent: [Double]) -> Double {
    Self.half
      * counts.reduce(0) { sum, count in
        sum + abs(count.terms.reduce(-count.before) { $0 + $1.value * sent[$1.column] })
      }
  }
}
