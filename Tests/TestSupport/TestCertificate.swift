/// A certificate for `localhost` that nobody vouches for but the test.
package enum TestCertificate {
  /// Writes it and its key into the folder, as `cert.pem` and `key.pem`.
  package static func make(in folder: TestFolder) throws {
    let words = [
      "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-days", "3650", "-keyout", folder("key.pem"), "-out", folder("cert.pem"), "-subj", "/CN=localhost",
      "-addext", "subjectAltName=DNS:localhost",
    ]
    let outcome = try SystemGit.run("/usr/bin/env", words, in: folder.path)
    guard outcome.status == 0 else { throw SystemGit.Failure(description: outcome.errors) }
  }
}
