// The file that a map is made from: OpenStreetMap data in PBF.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { ImportFailed } from './import-failed.ts'

export interface Extract {
  readonly file: string
  readonly bytes: number
  /** SHA-256, hexadecimal. */
  readonly hash: string
}

/** Every such file begins with the length and the type of its header (https://wiki.openstreetmap.org/wiki/PBF_Format). */
const HEADER = 'OSMHeader'
const HEADER_WITHIN = 64

/** @throws ImportFailed when there is no such file, or it is none of OpenStreetMap */
export async function readExtract(file: string): Promise<Extract> {
  const found = await stat(file).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'ENOENT' ? 'there is no such file' : cause.message
    throw new ImportFailed(`${file}: ${why}`, { cause })
  })
  if (!found.isFile()) throw new ImportFailed(`${file}: got no file, wanted an .osm.pbf file`)
  if (!(await beginsAsExtract(file)))
    throw new ImportFailed(`${file}: this is no OpenStreetMap extract, wanted an .osm.pbf file`)
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return { file, bytes: found.size, hash: hash.digest('hex') }
}

async function beginsAsExtract(file: string): Promise<boolean> {
  await using handle = await open(file)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_WITHIN), 0, HEADER_WITHIN)
  return buffer.subarray(0, bytesRead).includes(HEADER)
}
