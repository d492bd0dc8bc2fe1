// A file of OpenStreetMap data in PBF (https://wiki.openstreetmap.org/wiki/PBF_Format): a row of blobs,
// each packed for itself. They are found once, then unpacked as often as is needed, some ahead of who reads.
import { type FileHandle, open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { PbfReader } from 'pbf'
import { BadExtract } from './bad-extract.ts'

export interface ExtractFile extends AsyncDisposable {
  /** How many blobs of data there are. */
  readonly blobs: number
  /** Unpacked, in the order of the file. @param wanted by number; all by default */
  blocks(wanted?: (blob: number) => boolean): AsyncGenerator<Block>
}

export interface Block {
  readonly blob: number
  readonly bytes: Uint8Array
}

interface Place {
  readonly at: number
  readonly length: number
}

const MOST_HEADER_BYTES = 64 * 1024
const MOST_BLOB_BYTES = 32 * 1024 * 1024
const AHEAD = 4
/** What a reader has to understand; files that want more are none of those that are published. */
const UNDERSTOOD = ['OsmSchema-V0.6', 'DenseNodes']
const unpacked = promisify(inflate) as (bytes: Uint8Array) => Promise<Uint8Array>

/** @throws BadExtract */
export async function openExtract(file: string): Promise<ExtractFile> {
  const handle = await open(file)
  try {
    const places = await findBlobs(handle)
    return {
      blobs: places.length,
      blocks: (wanted = () => true) => blocks(handle, places, wanted),
      [Symbol.asyncDispose]: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function* blocks(
  handle: FileHandle,
  places: readonly Place[],
  wanted: (blob: number) => boolean,
): AsyncGenerator<Block> {
  const numbers = [...places.keys()].filter(wanted)
  const coming: Promise<Uint8Array>[] = []
  for (const [index, blob] of numbers.entries()) {
    while (coming.length < AHEAD && index + coming.length < numbers.length) {
      const place = places[numbers[index + coming.length] ?? 0]
      const bytes = place === undefined ? Promise.resolve(new Uint8Array()) : unpack(handle, place)
      // Who reads meets the failure when its turn comes, or has stopped reading.
      bytes.catch(() => {})
      coming.push(bytes)
    }
    yield { blob, bytes: (await coming.shift()) ?? new Uint8Array() }
  }
}

async function findBlobs(handle: FileHandle): Promise<Place[]> {
  const places: Place[] = []
  const { size } = await handle.stat()
  let at = 0
  while (at < size) {
    const length = (await read(handle, { at, length: 4 })).readUInt32BE()
    if (length > MOST_HEADER_BYTES) throw new BadExtract(`got a header of ${length} bytes`)
    const { kind, bytes } = headerIn(await read(handle, { at: at + 4, length }))
    if (bytes > MOST_BLOB_BYTES) throw new BadExtract(`got a blob of ${bytes} bytes`)
    const place = { at: at + 4 + length, length: bytes }
    if (kind === 'OSMHeader') assertUnderstood(await unpack(handle, place))
    if (kind === 'OSMData') places.push(place)
    at = place.at + bytes
  }
  if (at > size) throw new BadExtract('it breaks off before its end')
  return places
}

const headerIn = (bytes: Uint8Array) =>
  new PbfReader(bytes).readFields(
    (field, header, pbf) => {
      if (field === 1) header.kind = pbf.readString()
      if (field === 3) header.bytes = pbf.readVarint()
    },
    { kind: '', bytes: 0 },
  )

function assertUnderstood(header: Uint8Array): void {
  const wanted = new PbfReader(header).readFields<string[]>((field, features, pbf) => {
    if (field === 4) features.push(pbf.readString())
  }, [])
  const unknown = wanted.filter((feature) => !UNDERSTOOD.includes(feature))
  if (unknown.length > 0) throw new BadExtract(`it wants a reader of ${unknown.join(', ')}`)
}

async function unpack(handle: FileHandle, place: Place): Promise<Uint8Array> {
  const packing = new PbfReader(await read(handle, place)).readFields<Packing>(
    (field, blob, pbf) => {
      if (field === 1) blob.plain = pbf.readBytes()
      else if (field === 3) blob.zlib = pbf.readBytes()
    },
    {},
  )
  if (packing.plain !== undefined) return packing.plain
  if (packing.zlib !== undefined)
    return unpacked(packing.zlib).catch((cause: Error) => {
      throw new BadExtract(`a part of it cannot be unpacked: ${cause.message}`, { cause })
    })
  throw new BadExtract('it is packed with other means than zlib: osmium cat packs it anew')
}

interface Packing {
  plain?: Uint8Array
  zlib?: Uint8Array
}

async function read(handle: FileHandle, { at, length }: Place): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, at)
  if (bytesRead < length) throw new BadExtract('it breaks off before its end')
  return buffer
}
