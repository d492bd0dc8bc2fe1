import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeCbor, encodeJson } from './encode.ts'
import { MAX_ITEMS } from './limits.ts'
import { type ParsedTelemetry, parseStatus, parseTelemetry } from './parse.ts'
import type { WireReading } from './payload.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const full: WireReading = {
  v: 1,
  seq: 4711,
  ts: 1763745600,
  distance_mm: 812,
  fill_pct: 49.5,
  temp_c: 8.4,
  rh_pct: 81.2,
  battery_v: 3.58,
  rssi_dbm: -101,
  tilt_deg: 2,
  lid_opens: 14,
}
const readingsOf = (parsed: ParsedTelemetry) =>
  parsed.kind === 'message'
    ? parsed.items.map((item) => (item.kind === 'reading' ? item.reading : item.reason.code))
    : parsed.reason.code

describe('a good message', () => {
  test('gives the same readings from JSON and from CBOR', () => {
    for (const message of [full, [full, { ...full, ts: 1763745660.5 }]]) {
      const json = parseTelemetry(encodeJson(message))
      expect(json).toEqual(parseTelemetry(encodeCbor(message)))
      expect(readingsOf(json)).toEqual([message].flat())
    }
  })

  test('may begin with a byte order mark and blanks', () => {
    expect(readingsOf(parseTelemetry(bytes('\ufeff \r\n\t{"v":1,"temp_c":8}')))).toEqual([
      { v: 1, temp_c: 8 },
    ])
  })

  test('may carry keys that nobody knows: they are counted and left out', () => {
    const parsed = parseTelemetry(bytes('{"v":1,"temp_c":8,"lux":3,"gps":{"lat":51}}'))
    expect(parsed).toMatchObject({ kind: 'message', unknownKeys: 2 })
    expect(readingsOf(parsed)).toEqual([{ v: 1, temp_c: 8 }])
  })

  test('may say null where a measurement had no result', () => {
    expect(readingsOf(parseTelemetry(bytes('{"v":1,"distance_mm":null}')))).toEqual([
      { v: 1, distance_mm: null },
    ])
  })

  test('may tag its time or itself in CBOR', () => {
    // 55799({"v": 1, "ts": 1(1763745600), "temp_c": 8})
    const tagged = Buffer.from(
      'd9d9f7a361760162 7473c11a69209f4066 74656d705f6308'.replaceAll(' ', ''),
      'hex',
    )
    expect(readingsOf(parseTelemetry(tagged))).toEqual([{ v: 1, ts: 1763745600, temp_c: 8 }])
  })

  test('may hold a CBOR integer beyond 2^53 as JSON would hold it', () => {
    const huge = parseTelemetry(encodeCbor({ v: 1, temp_c: 8, distance_mm: 2n ** 60n }))
    expect(readingsOf(huge)).toEqual([{ v: 1, temp_c: 8, distance_mm: 2 ** 60 }])
  })
})

describe('a whole message is rejected', () => {
  const cases: readonly [string, Uint8Array, string, RegExp][] = [
    ['without a byte', bytes(''), 'empty', /got 0 bytes/],
    ['with an empty array', bytes('[]'), 'empty', /wanted 1 to 500/],
    ['with broken JSON', bytes('{"v":1,"temp_c":'), 'invalid_json', /wanted valid JSON/],
    ['with text that is neither', bytes('hello'), 'invalid_cbor', /begins with \{/],
    ['with truncated CBOR', encodeCbor(full).slice(0, -1), 'invalid_cbor', /wanted/],
    ['with another version', bytes('{"v":2,"temp_c":1}'), 'wrong_version', /got v 2, wanted v 1/],
    ['without a version', bytes('{"temp_c":1}'), 'wrong_version', /got v nothing/],
    [
      'with one item of another version',
      encodeJson([full, { ...full, v: 2 }]),
      'wrong_version',
      /got v 2/,
    ],
    [
      'with more items than allowed',
      encodeJson(Array(MAX_ITEMS + 1).fill(full)),
      'too_many_items',
      /got 501 readings, wanted at most 500/,
    ],
    [
      'as a lone number in CBOR',
      encodeCbor([1, 2]).slice(1, 2),
      'wrong_type',
      /got 1, wanted a map/,
    ],
    [
      'as one reading of a wrong type',
      bytes('{"v":1,"temp_c":"8,4"}'),
      'wrong_type',
      /temp_c: got the text "8,4"/,
    ],
    [
      'as one reading without a measurement',
      bytes('{"v":1,"battery_v":3}'),
      'no_measurement',
      /distance_mm, fill_pct/,
    ],
    [
      'nested too deep in JSON',
      bytes('['.repeat(100_000) + ']'.repeat(100_000)),
      'too_deep',
      /at most 32/,
    ],
    ['nested too deep in CBOR', new Uint8Array(200_000).fill(0x81), 'too_deep', /at most 32/],
    [
      'nested too deep below a key that nobody knows',
      bytes(`{"v":1,"temp_c":8,"x":${'[{"y":'.repeat(40)}1${'}]'.repeat(40)}}`),
      'too_deep',
      /at most 32/,
    ],
  ]
  test.each(cases)('%s', (_, payload, code, message) => {
    const parsed = parseTelemetry(payload)
    expect(parsed).toMatchObject({ kind: 'rejected', reason: { code } })
    expect(parsed.kind === 'rejected' && parsed.reason.message).toMatch(message)
  })
})

describe('in an array', () => {
  test('a bad item is rejected alone, by its index, with its reason', () => {
    const { ts: _, ...timeless } = full
    const parsed = parseTelemetry(
      encodeCbor([
        full,
        { ...full, temp_c: 'warm' },
        { ...full, temp_c: Number.NaN },
        { ...full, rh_pct: Number.POSITIVE_INFINITY },
        { ...full, ts: 'yesterday' },
        { ...full, seq: 1.5 },
        timeless,
        { v: 1, ts: 1763745600, battery_v: 3 },
        'reading',
        { ...full, ts: '2025-11-21T17:20:00Z' },
      ]),
    )
    expect(readingsOf(parsed)).toEqual([
      full,
      'wrong_type',
      'wrong_type',
      'wrong_type',
      'wrong_type',
      'wrong_type',
      'missing_ts',
      'no_measurement',
      'wrong_type',
      { ...full, ts: '2025-11-21T17:20:00Z' },
    ])
    expect(parsed.kind === 'message' && parsed.items[2]).toEqual({
      kind: 'rejected',
      index: 2,
      reason: { code: 'wrong_type', message: 'temp_c: got NaN, wanted a finite number or null' },
    })
  })
})

describe('whatever bytes arrive', () => {
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.json().map(bytes),
    fc.anything({ withNullPrototype: false }).map((value) => {
      try {
        return encodeCbor({ v: 1, temp_c: value })
      } catch {
        return new Uint8Array()
      }
    }),
    fc.tuple(fc.nat(127), fc.nat(255)).map(([at, value]) => encodeCbor(full).with(at, value)),
  )

  test('parsing never throws, and a refusal always says why', () => {
    fc.assert(
      fc.property(anything, (payload) => {
        for (const parsed of [parseTelemetry(payload), parseStatus(payload)])
          if (parsed.kind === 'rejected') expect(parsed.reason.message).toMatch(/got .*, wanted /s)
      }),
      { numRuns: 2000 },
    )
  })

  const number = fc.double({ noNaN: true, noDefaultInfinity: true })
  const measured = fc.option(number, { nil: null })
  const reading = fc.record(
    {
      v: fc.constant(1 as const),
      temp_c: measured,
      seq: fc.nat(),
      ts: fc.oneof(number, fc.constant('2025-11-21T17:20:00.25+01:00')),
      distance_mm: measured,
      rh_pct: measured,
      lid_opens: measured,
    },
    { requiredKeys: ['v', 'temp_c', 'ts'] },
  )

  test('encoding and parsing is the identity, in JSON and in CBOR', () => {
    fc.assert(
      fc.property(fc.array(reading, { minLength: 1, maxLength: 5 }), (readings) => {
        for (const encode of [encodeJson, encodeCbor])
          expect(readingsOf(parseTelemetry(encode(readings)))).toEqual(
            // JSON knows no negative zero, and CBOR's shortest form drops it too.
            JSON.parse(JSON.stringify(readings)),
          )
      }),
    )
  })
})

describe('a status', () => {
  test('tells what the device says of itself', () => {
    expect(parseStatus(bytes('{"online":true,"fw":"1.4.2","config_rev":3,"x":1}'))).toEqual({
      kind: 'status',
      status: { online: true, fw: '1.4.2', config_rev: 3 },
      unknownKeys: 1,
    })
  })

  test('is rejected when it is none', () => {
    expect(parseStatus(bytes('{"online":"yes"}'))).toMatchObject({
      reason: { code: 'wrong_type', message: 'online: got the text "yes", wanted true or false' },
    })
    expect(parseStatus(bytes('[]'))).toMatchObject({ reason: { code: 'wrong_type' } })
    expect(parseStatus(bytes('{'))).toMatchObject({ reason: { code: 'invalid_json' } })
  })
})
