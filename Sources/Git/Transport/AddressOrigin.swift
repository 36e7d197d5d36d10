/// Who gave an address to Kitbag, which decides how far the address is trusted.
package enum AddressOrigin: Hashable, Sendable {
  /// A person typed it at the machine it is used on. Folders of that machine are allowed.
  case typed
  /// It stands in a kit, an offer or another group's list, so a stranger may have written it.
  case received
  /// It reached a server over the web. Folders of the server are never allowed.
  case server
}
