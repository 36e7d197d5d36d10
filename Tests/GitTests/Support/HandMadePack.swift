import Foundation
import Git

/// Bundles whose pack is made by hand, object by object, to be as wrong as a stranger's. Python brings the deflating.
enum HandMadePack {
  /// What the pack holds beside nothing else: see the script.
  enum Kind: String, CaseIterable {
    /// 100 MiB of zeros in one file, which deflate to about 100 KB.
    case deflateBomb
    /// A file of 100 MiB that a delta of a few KB makes from a small one.
    case deltaBomb
    /// Two deltas that are each made from the other.
    case deltaCycle
    /// A delta that is made from an object that is nowhere.
    case deltaOrphan
    /// A file at the end of 10,000 deltas, in a version that is otherwise good.
    case deltaChain
    /// A head that claims 4,000 million objects.
    case countLie
  }

  /// Writes the bundle `name` into the folder.
  static func write(_ kind: Kind, to name: String, in folder: TestFolder) throws {
    try folder.write(script, to: "pack.py")
    let outcome = try SystemGit.run(
      "/usr/bin/env", ["python3", "-I", folder("pack.py"), kind.rawValue, folder(name)], in: folder.path)
    guard outcome.status == 0 else { throw SystemGit.Failure(description: outcome.errors) }
  }

  private static let script = #"""
    import hashlib, struct, sys, zlib
    kind, path = sys.argv[1:3]
    COMMIT, TREE, BLOB, OFS, REF = 1, 2, 3, 6, 7
    names = {COMMIT: b'commit', TREE: b'tree', BLOB: b'blob'}
    def oid(type, data): return hashlib.sha1(names[type] + b' %d\0' % len(data) + data).digest()
    def head(type, size):
        byte, size, out = (type << 4) | (size & 15), size >> 4, b''
        while size: out += bytes([byte | 128]); byte, size = size & 127, size >> 7
        return out + bytes([byte])
    def whole(type, data): return head(type, len(data)) + zlib.compress(data)
    def number(value):
        out = b''
        while value > 127: out += bytes([value & 127 | 128]); value >>= 7
        return out + bytes([value])
    def delta(base, result, steps): return number(base) + number(result) + steps
    def ref(base, data): return head(REF, len(data)) + base + zlib.compress(data)
    def offset(value):
        out = [value & 127]; value >>= 7
        while value: value -= 1; out.insert(0, value & 127 | 128); value >>= 7
        return bytes(out)
    copy64k = bytes([0x80])  # from 0, 65,536 bytes
    objects = []
    def version(blob):
        tree = b'100644 a\0' + blob
        text = b'tree ' + oid(TREE, tree).hex().encode() + b'\nauthor A <a@b> 1 +0000\ncommitter A <a@b> 1 +0000\n\nx\n'
        objects.append(whole(TREE, tree)); objects.append(whole(COMMIT, text))
        return oid(COMMIT, text)
    if kind == 'deflateBomb':
        data = bytes(100 << 20)
        objects.append(whole(BLOB, data)); tip = version(oid(BLOB, data))
    elif kind == 'deltaBomb':
        base = bytes(65536); objects.append(whole(BLOB, base))
        objects.append(ref(oid(BLOB, base), delta(65536, 1600 * 65536, copy64k * 1600)))
        tip = version(oid(BLOB, bytes(1600 * 65536)))
    elif kind == 'deltaCycle':
        one, two = b'\1' * 20, b'\2' * 20
        for name in (one, two): objects.append(ref(name, delta(65536, 65536, copy64k)))
        tip = version(one)
    elif kind == 'deltaOrphan':
        objects.append(ref(b'\3' * 20, delta(65536, 65536, copy64k))); tip = version(b'\4' * 20)
    elif kind == 'deltaChain':
        data = b'start'; first = whole(BLOB, data); objects.append(first); last = len(first)
        for step in range(10000):
            new = b'%05d' % step
            body = delta(5, 5, bytes([5]) + new)
            packed = head(OFS, len(body)) + offset(last) + zlib.compress(body)
            objects.append(packed); last = len(packed)
        tip = version(oid(BLOB, b'%05d' % 9999))
    elif kind == 'countLie':
        tip = version(oid(BLOB, b''))
    count = 4_000_000_000 if kind == 'countLie' else len(objects)
    pack = b'PACK' + struct.pack('>II', 2, count) + b''.join(objects)
    pack += hashlib.sha1(pack).digest()
    with open(path, 'wb') as file:
        file.write(b'# v2 git bundle\n' + tip.hex().encode() + b' refs/kitbag/offers/1\n\n' + pack)
    """#
}
