// A piece's paths as bytes, for the pile of pieces: each its number of values, then they.

export function bytesOf(paths: readonly (readonly number[])[]): Buffer {
  const length = paths.reduce((sum, path) => sum + 2 + path.length, 0)
  const values = new Int16Array(length)
  let at = 0
  for (const path of paths) {
    values[at] = path.length >>> 15
    values[at + 1] = path.length & 0x7fff
    values.set(path, at + 2)
    at += 2 + path.length
  }
  return Buffer.from(values.buffer)
}

export function pathsIn(bytes: Buffer): number[][] {
  const paths: number[][] = []
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readInt16LE(at) * 2 ** 15 + bytes.readInt16LE(at + 2)
    at += 4
    const path: number[] = []
    for (const end = at + 2 * length; at < end; at += 2) path.push(bytes.readInt16LE(at))
    paths.push(path)
  }
  return paths
}
