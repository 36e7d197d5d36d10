import Foundation

/// A web server of this test on the loopback: nginx with git's own http backend, over https, with a password.
///
/// It serves the repositories in the folder `served` of its folder, and lets those who know the password send, too.
package final class TestWebServer {
  /// Whether all that it takes is on this machine.
  package static var isPossible: Bool {
    [nginx, wrapper, backend].allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }
  }
  private static let nginx = "/usr/sbin/nginx"
  private static let wrapper = "/usr/sbin/fcgiwrap"
  private static let backend = "/usr/lib/git-core/git-http-backend"

  /// The only account, and its password.
  package static let user = "ada", password = "correct horse"

  private let wrapping: ServerProcess
  private let serving: ServerProcess
  private let folder: TestFolder
  /// Where it listens.
  package let port: Int

  /// Starts a server; its certificate is `cert.pem` in the folder.
  ///
  /// - Parameter asksWho: Whether it asks for the password for everything, reading too.
  package init(in folder: TestFolder, asksWho: Bool = true) throws {
    self.folder = folder
    port = try FreePort.find()
    try TestCertificate.make(in: folder)
    try folder.write("\(Self.user):{PLAIN}\(Self.password)\n", to: "users")
    try folder.write(Self.settings(folder, port, asksWho), to: "nginx.conf")
    for name in ["served", "web"] { try folder.makeFolder(name) }
    wrapping = try ServerProcess([Self.wrapper, "-s", "unix:\(folder("git.sock"))"])
    serving = try ServerProcess(
      [Self.nginx, "-c", folder("nginx.conf"), "-p", folder.path, "-e", folder("errors.log")])
    try FreePort.waitUntilOpen(port)
    for _ in 0..<500 where !FileManager.default.fileExists(atPath: folder("git.sock")) { usleep(20_000) }
  }

  /// The address of something that it serves, without the account's name.
  package func address(_ name: String) -> String { "https://localhost:\(port)/\(name)" }

  /// What it was asked for so far, one request a line.
  package var requests: String { folder.text("access.log") ?? "" }

  /// Every request that named nobody is refused where the server asks who comes.
  private static func settings(_ folder: TestFolder, _ port: Int, _ asksWho: Bool) -> String {
    let places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map { "\($0)_temp_path \(folder("web/\($0)"));" }.joined(separator: " ")
    return """
      daemon off; master_process off; pid \(folder("nginx.pid")); \(getuid() == 0 ? "user root;" : "")
      error_log \(folder("errors.log"));
      events { worker_connections 64; }
      http {
        access_log \(folder("access.log")); \(places) client_max_body_size 64m;
        server {
          listen 127.0.0.1:\(port) ssl; server_name localhost;
          ssl_certificate \(folder("cert.pem")); ssl_certificate_key \(folder("key.pem"));
          \(asksWho ? "auth_basic kits; auth_basic_user_file \(folder("users"));" : "")
          location / {
            fastcgi_pass unix:\(folder("git.sock"));
            fastcgi_param SCRIPT_FILENAME \(backend);
            fastcgi_param GIT_PROJECT_ROOT \(folder("served"));
            fastcgi_param GIT_HTTP_EXPORT_ALL "";
            fastcgi_param GIT_PROTOCOL $http_git_protocol;
            fastcgi_param PATH_INFO $uri;
            fastcgi_param QUERY_STRING $query_string;
            fastcgi_param REQUEST_METHOD $request_method;
            fastcgi_param CONTENT_TYPE $content_type;
            fastcgi_param CONTENT_LENGTH $content_length;
            fastcgi_param REMOTE_USER $remote_user;
            fastcgi_param REMOTE_ADDR $remote_addr;
          }
        }
      }
      """
  }
}
