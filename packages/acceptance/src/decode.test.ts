import { flagNames } from '@bakwacht/domain'
import { encodeCbor, encodeJson } from '@bakwacht/firmware-contracts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode } from './decode.ts'

const NOW = Date.UTC(2026, 10, 21, 12)
const nowS = NOW / 1000

function only(payload: object) {
  const decoded = decode(encodeJson({ v: 1, ...payload }), 'dev-1', NOW)
  const [item] = decoded.kind === 'message' ? decoded.items : []
  if (item?.kind !== 'reading') throw new Error(`got ${JSON.stringify(decoded)}, wanted a reading`)
  return { ...item, flagNames: flagNames(item.reading.flags) }
}

test('a whole reading becomes the domain’s reading', () => {
  const { reading, stampedByServer } = only({
    seq: 7,
    ts: nowS - 60,
    distance_mm: 812,
    fill_pct: 49.5,
    temp_c: 8.4,
    rh_pct: 81.2,
    battery_v: 3.58,
    rssi_dbm: -101,
    tilt_deg: 2,
    lid_opens: 14,
  })
  expect(stampedByServer).toBe(false)
  expect(reading).toEqual({
    deviceId: 'dev-1',
    observedAt: NOW - 60_000,
    receivedAt: NOW,
    seq: 7,
    distanceMm: 812,
    fillPct: 49.5,
    tempC: 8.4,
    rhPct: 81.2,
    batteryV: 3.58,
    rssiDbm: -101,
    tiltDeg: 2,
    lidOpens: 14,
    flags: 0,
  })
})

describe('a physically impossible value empties its field, sets a flag, and the rest is kept', () => {
  test.each([
    [{ rh_pct: 140 }, 'rhPct', 'rh_impossible'],
    [{ temp_c: 200 }, 'tempC', 'temp_impossible'],
    [{ temp_c: -60 }, 'tempC', 'temp_impossible'],
    [{ distance_mm: 0 }, 'distanceMm', 'no_echo'],
    [{ distance_mm: 65_535 }, 'distanceMm', 'no_echo'],
    [{ distance_mm: null }, 'distanceMm', 'no_echo'],
    [{ distance_mm: -3 }, 'distanceMm', 'distance_impossible'],
    [{ fill_pct: 400 }, 'fillPct', 'fill_impossible'],
    [{ battery_v: -1 }, 'batteryV', 'battery_impossible'],
    [{ rssi_dbm: 99 }, 'rssiDbm', 'rssi_impossible'],
    [{ tilt_deg: 900 }, 'tiltDeg', 'tilt_impossible'],
    [{ lid_opens: -1 }, 'lidOpens', 'lid_opens_impossible'],
    [{ lid_opens: 1.5 }, 'lidOpens', 'lid_opens_impossible'],
  ] as const)('%j', (fields, emptied, flag) => {
    const item = only({ ts: nowS, temp_c: 8, rh_pct: 60, ...fields })
    expect(item.reading[emptied]).toBeNull()
    expect(item.flagNames).toEqual([flag])
    expect(item.reading).toMatchObject(emptied === 'tempC' ? { rhPct: 60 } : { tempC: 8 })
  })
})

describe('the time of a reading', () => {
  test('is the device’s, in seconds, milliseconds or RFC 3339', () => {
    for (const ts of [nowS - 3600, NOW - 3_600_000, new Date(NOW - 3_600_000).toISOString()])
      expect(only({ ts, temp_c: 8 })).toMatchObject({
        stampedByServer: false,
        reading: { observedAt: NOW - 3_600_000, flags: 0 },
      })
  })

  test('is the time of receipt when the device has none', () => {
    const item = only({ temp_c: 8 })
    expect(item).toMatchObject({ stampedByServer: true, reading: { observedAt: NOW } })
    expect(item.flagNames).toEqual(['server_time'])
  })

  test.each([
    ['10 minutes ahead', nowS + 600, []],
    ['more than 10 minutes ahead', nowS + 601, ['clock_wrong']],
    ['400 days behind', nowS - 400 * 86_400, []],
    ['more than 400 days behind', nowS - 400 * 86_400 - 1, ['clock_wrong']],
    ['of a clock that was never set', 12, ['clock_wrong']],
    ['beyond all time', 1e300, ['clock_wrong']],
  ])('%s', (_, ts, flags) => {
    const item = only({ ts, temp_c: 8 })
    expect(item.flagNames).toEqual(flags)
    expect(item.reading.observedAt).toBe(flags.length === 0 ? ts * 1000 : NOW)
  })
})

describe('the content hash', () => {
  const hash = (payload: object) => only(payload).contentHash

  test('is the same for JSON, CBOR, any order of keys and unknown keys', () => {
    const asCbor = decode(encodeCbor({ rh_pct: 60, temp_c: 8.5, v: 1, seq: 3 }), 'dev-1', NOW)
    expect(asCbor).toMatchObject({
      items: [{ contentHash: hash({ seq: 3, temp_c: 8.5, rh_pct: 60, lux: 4 }) }],
    })
  })

  test('differs when anything measured, or seq, differs', () => {
    const hashes = [
      { temp_c: 8 },
      { temp_c: 8.1 },
      { rh_pct: 8 },
      { temp_c: 8, seq: 0 },
      { temp_c: 8, seq: 1 },
      { temp_c: 8, distance_mm: null },
      { temp_c: 8, lid_opens: 0 },
    ].map(hash)
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  test('leaves out a time that is the reading’s identity, and keeps a wrong clock’s', () => {
    expect(hash({ ts: nowS, temp_c: 8 })).toBe(hash({ ts: nowS - 60, temp_c: 8 }))
    expect(hash({ ts: 10, temp_c: 8 })).not.toBe(hash({ ts: 20, temp_c: 8 }))
  })

  test('hardly ever collides', () => {
    const value = fc
      .double({ min: -100, max: 100, noNaN: true })
      .map((x) => Math.round(x * 10) / 10)
    const seen = new Map<number, string>()
    fc.assert(
      fc.property(value, value, fc.nat(5000), (temp_c, rh_pct, seq) => {
        const key = JSON.stringify([temp_c + 0, rh_pct + 0, seq])
        const digest = hash({ temp_c, rh_pct, seq })
        expect(Number.isInteger(digest) && digest >= 0 && digest < 2 ** 48).toBe(true)
        expect(seen.get(digest) ?? key).toBe(key)
        seen.set(digest, key)
      }),
      { numRuns: 5000 },
    )
  })
})
