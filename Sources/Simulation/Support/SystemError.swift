internal import Foundation

/// What the operating system says of its last failure, such as `No space left on device`.
func systemErrorText(_ code: Int32 = errno) -> String { String(cString: strerror(code)) }
