/// Which replication is to be told, and of whom.
public struct TraceRequest: Sendable, Equatable {
  /// From 0.
  public var replication: Int
  /// Identifier of the only pledge to be told of; `nil` for all.
  public var pledge: String?

  public init(replication: Int, pledge: String? = nil) {
    self.replication = replication
    self.pledge = pledge
  }
}

extension TraceRequest {
  /// The trace with nothing but what was asked for.
  func part(of trace: ReplicationTrace) -> ReplicationTrace {
    guard let pledge else { return trace }
    var part = trace
    part.units = trace.units.filter { $0.pledge == pledge }
    return part
  }
}
