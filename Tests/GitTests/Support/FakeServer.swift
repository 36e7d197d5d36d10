import Foundation
import Git

/// A server of this test on the loopback, written in Python because a test should not bring a web server of its own.
///
/// It prints its port, serves until its input ends (so it never outlives the test), and answers as its mode says.
final class FakeServer {
  private let process: ServerProcess
  let port: Int

  /// Starts a script with arguments and waits for its port.
  init(_ script: String, _ arguments: [String], in folder: TestFolder) throws {
    let name = "server-\(script.utf8.count).py"
    try folder.write(script, to: name)
    process = try ServerProcess(["python3", "-I", folder(name)] + arguments)
    guard let port = process.firstNumber() else {
      throw SystemGit.Failure(description: "the test's server did not start")
    }
    self.port = port
  }

  /// Serves git over https. Arguments: certificate, key, folder of repositories, mode.
  static let https = #"""
    import http.server, os, ssl, subprocess, sys, threading, time
    cert, key, root, mode = sys.argv[1:5]
    parts = mode.split('=', 1)
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = 'HTTP/1.1'
        def log_message(self, *rest): pass
        def plain(self, status, headers=(), body=b''):
            self.send_response(status)
            for name, value in headers: self.send_header(name, value)
            self.send_header('Content-Length', str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        def do_GET(self): self.serve()
        def do_POST(self): self.serve()
        def serve(self):
            with open(os.path.join(root, 'requests.log'), 'a') as log:
                log.write('%s %s %s\n' % (self.command, self.path, self.headers.get('Authorization', '-')))
            if parts[0] == 'redirect':
                return self.plain(301, [('Location', parts[1] + self.path)])
            if parts[0] == 'status': return self.plain(int(parts[1]))
            if parts[0] == 'login':
                import base64
                wanted = 'Basic ' + base64.b64encode(parts[1].encode()).decode()
                if self.headers.get('Authorization') != wanted:
                    return self.plain(401, [('WWW-Authenticate', 'Basic realm="x"')])
            if parts[0] == 'dumb':
                name = os.path.join(root, self.path.split('?')[0].lstrip('/'))
                if not os.path.isfile(name): return self.plain(404)
                with open(name, 'rb') as file: return self.plain(200, [('Content-Type', 'text/plain')], file.read())
            if parts[0] == 'text': return self.plain(200, [('Content-Type', 'text/html')], b'<html>hello</html>')
            if parts[0] == 'silent': time.sleep(60)
            if parts[0] == 'endless':
                self.send_response(200)
                self.send_header('Content-Type', 'application/x-git-upload-pack-advertisement')
                self.end_headers()
                line = b'1' * 40 + b' refs/heads/' + b'x' * 180 + b'\n'
                packet = b'%04x' % (len(line) + 4) + line
                try:
                    self.wfile.write(b'001e# service=git-upload-pack\n0000')
                    while True: self.wfile.write(packet * 64)
                except OSError: return
            length = int(self.headers.get('Content-Length', 0) or 0)
            if self.headers.get('Transfer-Encoding') == 'chunked':
                body = b''
                while True:
                    size = int(self.rfile.readline(), 16)
                    body += self.rfile.read(size); self.rfile.readline()
                    if size == 0: break
            else: body = self.rfile.read(length)
            path, _, query = self.path.partition('?')
            env = {'PATH': os.environ['PATH'], 'GIT_PROJECT_ROOT': root, 'GIT_HTTP_EXPORT_ALL': '1',
                   'PATH_INFO': path, 'QUERY_STRING': query, 'REQUEST_METHOD': self.command, 'REMOTE_USER': 'test',
                   'CONTENT_TYPE': self.headers.get('Content-Type', ''), 'CONTENT_LENGTH': str(len(body)),
                   'GIT_PROTOCOL': self.headers.get('Git-Protocol', ''), 'REMOTE_ADDR': '127.0.0.1',
                   'HTTP_CONTENT_ENCODING': self.headers.get('Content-Encoding', ''), 'GIT_CONFIG_NOSYSTEM': '1',
                   'GIT_CONFIG_GLOBAL': '/dev/null'}
            done = subprocess.run(['git', 'http-backend'], input=body, stdout=subprocess.PIPE, env=env)
            head, _, content = done.stdout.partition(b'\r\n\r\n')
            status, headers = 200, []
            for line in head.decode().split('\r\n'):
                name, _, value = line.partition(': ')
                if name == 'Status': status = int(value.split()[0])
                elif name: headers.append((name, value))
            self.plain(status, headers, content)
    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *rest: None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()
    os._exit(0)
    """#

  /// Accepts connections and says nothing.
  static let silentSocket = #"""
    import os, socket, sys, threading
    listener = socket.create_server(('127.0.0.1', 0))
    kept = []
    def serve():
        while True: kept.append(listener.accept())
    threading.Thread(target=serve, daemon=True).start()
    print(listener.getsockname()[1], flush=True)
    sys.stdin.read()
    os._exit(0)
    """#

  /// Passes bytes on to a port, until the file that is named says to cut: `down N` or `up N` after N bytes in that
  /// direction, over all connections since the file changed; `drip` passes one byte at a time. Arguments: port, file.
  static let cuttingProxy = #"""
    import os, socket, sys, threading, time
    target, control = int(sys.argv[1]), sys.argv[2]
    listener = socket.create_server(('127.0.0.1', 0))
    lock = threading.Lock()
    state = {'seen': None, 'down': 0, 'up': 0}
    def rule():
        text = open(control).read()
        stamp = (text, os.stat(control).st_mtime_ns)
        with lock:
            if state['seen'] != stamp: state.update(seen=stamp, down=0, up=0)
        return text
    def close(*sockets):
        for one in sockets:
            try: one.shutdown(socket.SHUT_RDWR)
            except OSError: pass
    def pump(source, sink, way, words):
        kind, _, number = words.partition(' ')
        try:
            while True:
                data = source.recv(4096)
                if not data: break
                if kind == 'drip' and way == 'down':
                    for byte in data:
                        sink.sendall(bytes([byte])); time.sleep(0.05)
                    continue
                with lock:
                    state[way] += len(data)
                    over = state[way] - int(number) if kind == way else 0
                    with open(control + '.passed', 'w') as out: out.write('%d %d' % (state['down'], state['up']))
                if over > 0:
                    sink.sendall(data[:max(0, len(data) - over)])
                    break
                sink.sendall(data)
        except OSError: pass
        close(source, sink)
    def serve():
        while True:
            client, _ = listener.accept()
            words = rule()
            server = socket.create_connection(('127.0.0.1', target))
            for pair in ((client, server, 'up'), (server, client, 'down')):
                threading.Thread(target=pump, args=(*pair, words), daemon=True).start()
    threading.Thread(target=serve, daemon=True).start()
    print(listener.getsockname()[1], flush=True)
    sys.stdin.read()
    os._exit(0)
    """#
}
