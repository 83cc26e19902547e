import Crypto

/// A name for the content of a scenario, whatever its layout or the order of its entries.
enum ContentDigest {
  /// `sha256:` and the hash of the canonical form.
  static func of(_ root: JSONNode, kinds: CSVKinds) -> String {
    let hash = SHA256.hash(data: CanonicalJSON(kinds: kinds).bytes(of: root))
    let digits = Array("0123456789abcdef")
    return hash.reduce(into: "sha256:") { text, byte in
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 0xF)])
    }
  }
}
