import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseMapping } from './mapping.ts'
import { type RecordedDevice, spool } from './spool.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spool-test-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const mapping = parseMapping('device=device,ts=ts,distance_cm=cm')
const CSV = `device,ts,cm
b,2020-01-01T03:00:00Z,30
a,2020-01-01T02:00:00Z,20
a,2020-01-01T02:00:00Z,20
a,2020-01-01T01:00:00Z,10
b,2020-01-01T04:00:00Z,x
,2020-01-01T04:00:00Z,4
`

const hoursOf = async ({ series }: RecordedDevice) => {
  const hours: [number, number | undefined][] = []
  for await (const { at, measured } of series())
    hours.push([new Date(at).getUTCHours(), measured.distance_mm])
  return hours
}

test.each([
  ['plain', 'r.csv', (text: string) => Buffer.from(text)],
  ['gzipped', 'r.csv.gz', (text: string) => gzipSync(text)],
])(
  'takes a recording apart by device, in the order of time, repeats kept (%s)',
  async (...[, name, packed]) => {
    const file = join(folder, name)
    writeFileSync(file, packed(CSV))
    const recording = await spool(file, mapping)
    const [b, a] = recording.devices
    if (a === undefined || b === undefined) throw new Error('wanted two devices')
    expect([b.id, a.id]).toEqual(['b', 'a'])
    expect(await hoursOf(a)).toEqual([
      [1, 100],
      [2, 200],
      [2, 200],
    ])
    expect(await hoursOf(b)).toEqual([[3, 300]])
    expect(recording).toMatchObject({
      readings: 4,
      firstAt: Date.UTC(2020, 0, 1, 1),
      lastAt: Date.UTC(2020, 0, 1, 3),
      unreadable: {
        count: 2,
        examples: [
          'line 6: cm: got "x", wanted a number',
          'line 7: device: got "", wanted a device id',
        ],
      },
    })
    recording.discard()
    await expect(hoursOf(a)).rejects.toThrow('ENOENT')
  },
)

test('a file that is not there, or is no gzip, is an error that says so', async () => {
  await expect(spool(join(folder, 'none.csv'), mapping)).rejects.toThrow('ENOENT')
  const file = join(folder, 'no.csv.gz')
  writeFileSync(file, CSV)
  await expect(spool(file, mapping)).rejects.toThrow('incorrect header check')
})

const REAL = join(
  import.meta.dirname,
  '../../../../shared/data/fill/frankfurt_glass_12devices.csv.gz',
)
test.skipIf(!existsSync(REAL))(
  'reads the recorded year of twelve real sensors whole (needs ../shared/data)',
  async () => {
    const recording = await spool(
      REAL,
      parseMapping('device=device_eui,ts=timestamp_utc,distance_cm=distance_cm,temp_c=temp_c'),
    )
    expect(recording).toMatchObject({ readings: 79_779, unreadable: { count: 0 } })
    expect(recording.devices).toHaveLength(12)
    recording.discard()
  },
)
