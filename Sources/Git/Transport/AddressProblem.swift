/// Why a text is not accepted as the address of a kit.
///
/// A problem never holds the address itself, so it can be shown and logged even where the address held a secret.
package enum AddressProblem: Error, Hashable, Sendable {
  /// Nothing but white space.
  case empty
  /// Longer than ``RemoteAddress/longest`` bytes.
  case tooLong
  /// A way of fetching that is not allowed, such as `ext::`, `http:` or `git:`; the associated value is its name.
  case unsupported(scheme: String)
  /// A password or an access token stands in the address.
  case holdsSecret
  /// A folder of this machine, given by somebody who did not type it here.
  case folderNotTyped
  /// A Windows path or a network share (`\\server\share`, `C:\kits`).
  case windowsPath
  /// The name of the server is missing or holds what no server's name holds.
  case badHost
  /// The account's name before `@` holds what no account's name holds.
  case badUser
  /// The port is not a number from 1 to 65535.
  case badPort
  /// The part behind the server's name is missing or holds steps such as `..`, hidden or shell characters.
  case badPath
  /// A `?query` or `#fragment`, which git addresses do not have and which often hold tokens.
  case queryOrFragment
}

extension AddressProblem {
  /// What is wrong, in one sentence for people.
  package var message: String {
    switch self {
    case .empty: "The address is empty."
    case .tooLong: "The address is longer than \(RemoteAddress.longest) bytes."
    case .unsupported(let scheme): "Addresses that begin with “\(scheme)” are not used."
    case .holdsSecret: "The address holds a password or an access token."
    case .folderNotTyped: "A folder of this computer is only used when you type its address yourself."
    case .windowsPath: "The address is a Windows path or a network share."
    case .badHost: "The name of the server in the address is not valid."
    case .badUser: "The account name in the address is not valid."
    case .badPort: "The port in the address is not a number from 1 to 65535."
    case .badPath: "The part of the address behind the server's name is not valid."
    case .queryOrFragment: "The address holds a “?” or “#”."
    }
  }

  /// What to do about it, in one sentence for people.
  package var hint: String {
    switch self {
    case .holdsSecret:
      "Leave the secret out of the address; your system's password store is asked when one is needed."
    case .folderNotTyped: "Ask for an address that begins with https:// or ssh://."
    case .windowsPath:
      "Use an address that begins with https:// or ssh://, or a folder such as /home/me/kits/ours."
    case .queryOrFragment:
      "Copy the address from the “clone” button of the web page, not from the browser's address bar."
    default:
      "Use an address such as https://example.org/kits/ours.git or ssh://git@example.org/kits/ours.git."
    }
  }
}
