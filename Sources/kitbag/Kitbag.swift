internal import ArgumentParser

@main
struct Kitbag: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kitbag",
    abstract: "Keep, share and pack session kits.",
    version: "0.1.0")
}
