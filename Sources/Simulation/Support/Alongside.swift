internal import Dispatch

/// Runs `other` on a thread of its own while `own` runs on this one, if there may be two; else one after the other.
///
/// Neither may read what the other writes.
func alongside<Own, Other: Sendable>(
  threads: Int, _ own: () -> Own, _ other: @escaping @Sendable () -> Other
) -> (Own, Other) {
  guard threads > 1 else {
    let first = own()
    return (first, other())
  }
  let result = Guarded<Other?>(nil)
  let group = DispatchGroup()
  // A queue of its own, which gets a thread however many others wait.
  DispatchQueue(label: "alongside", qos: .userInitiated).async(group: group) {
    let value = other()
    result.withLock { $0 = value }
  }
  let first = own()
  group.wait()
  guard let second = result.withLock({ $0 }) else { preconditionFailure("the group waits for it") }
  return (first, second)
}
