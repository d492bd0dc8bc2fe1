import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '@bakwacht/test-support'
import { expect, test } from 'vitest'
import { BadExtract } from './bad-extract.ts'
import { openExtract } from './extract-file.ts'
import { extractOf } from './write-extract.fixture.ts'

const whole = extractOf({ nodes: [[1, 4.7, 50.88]] })
/** The last bytes are packed data. */
const damaged = Buffer.from(whole.map((byte, at) => (at < whole.length - 20 ? byte : 255 - byte)))

test.each([
  ['breaks off', whole.subarray(0, -5), 'it breaks off before its end'],
  ['is damaged', damaged, /cannot be unpacked/],
  ['is something else', Buffer.from('{"type":"FeatureCollection"}'), /got a header of \d+ bytes/],
  ['wants more', extractOf({ wants: ['HistoricalInformation'] }), /HistoricalInformation/],
])('a file that %s is refused', async (_, bytes, why) => {
  const read = () => readAll(bytes)
  await expect(read).rejects.toThrow(BadExtract)
  await expect(read).rejects.toThrow(why)
})

test('wherever it breaks off, it is refused or has less in it', async () => {
  for (let length = 0; length < whole.length; length += 7)
    await readAll(whole.subarray(0, length)).catch((error: unknown) =>
      expect(error).toBeInstanceOf(BadExtract),
    )
})

async function readAll(bytes: Buffer): Promise<void> {
  using folder = temporaryFolder('extract')
  const file = join(folder.path, 'x.osm.pbf')
  writeFileSync(file, bytes)
  await using extract = await openExtract(file)
  for await (const block of extract.blocks()) expect(block.bytes.length).toBeGreaterThan(0)
}
