import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAny, parseTelemetry } from './parse.ts'
import { readPlain } from './plain-reading.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const bothWays = (message: Uint8Array) => expect(parseTelemetry(message)).toEqual(parseAny(message))

test('takes what most devices send', () => {
  const message =
    '{"v":1,"seq":7,"ts":1763745600,"distance_mm":812,"temp_c":-8.4,"note":"north side"}'
  expect(readPlain(bytes(message))).toEqual({
    reading: { v: 1, seq: 7, ts: 1763745600, distance_mm: 812, temp_c: -8.4 },
    unknownKeys: 1,
  })
  expect(readPlain(bytes('{ "v" : 1 ,\r\n\t"rh_pct" : null }\n'))).toEqual({
    reading: { v: 1, rh_pct: null },
    unknownKeys: 0,
  })
})

test('leaves all else to the long way', () => {
  for (const message of [
    '',
    '{',
    '{}',
    '[{"v":1,"ts":1,"temp_c":8}]',
    '{"v":1,"temp_c":8',
    '{"v":1,"temp_c":8}}',
    '{"v":1,"temp_c":8,}',
    '{"v":1,"temp_c":8e1}',
    '{"v":1,"temp_c":08}',
    '{"v":1,"temp_c":8.}',
    '{"v":1,"temp_c":"8"}',
    '{"v":1,"temp_c":nul}',
    '{"v":1,"temp_c":8,"temp_c":9}',
    '{"v":1,"temp_c":0.1234567890123456}',
    '{"v":2,"temp_c":8}',
    '{"v":null,"temp_c":8}',
    '{"temp_c":8}',
    '{"v":1,"battery_v":3.6}',
    '{"v":1,"temp_c":8,"seq":1.5}',
    '{"v":1,"temp_c":8,"seq":-1}',
    '{"v":1,"temp_c":8,"seq":4294967296}',
    '{"v":1,"temp_c":8,"ts":"2026-11-21T12:00:00Z"}',
    '{"v":1,"temp_c":8,"lux":3,"co2":400}',
    '{"v":1,"temp_c":8,"lux":true}',
    '{"v":1,"temp_c":8,"note":"é"}',
    '{"v":1,"temp_c":8,"note":"\\n"}',
    '{"v":1,"temp\\u005fc":8}',
    '{"v":1,"temp_c":8,"note":"\n"}',
  ]) {
    expect(readPlain(bytes(message)), message).toBeUndefined()
    bothWays(bytes(message))
  }
})

const KNOWN = [
  'v',
  'seq',
  'ts',
  'distance_mm',
  'fill_pct',
  'temp_c',
  'rh_pct',
  'battery_v',
  'rssi_dbm',
  'tilt_deg',
  'lid_opens',
]
const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${most}}$`))
const usualNumber = fc.oneof(
  fc.nat(70_000).map(String),
  fc.tuple(fc.nat(70_000), digits(10)).map(([whole, decimals]) => `${whole}.${decimals}`),
)
const oddNumber = fc.oneof(
  fc.tuple(fc.constantFrom('', '-'), digits(18)).map(([sign, number]) => sign + number),
  fc.tuple(fc.integer(), digits(17)).map(([whole, decimals]) => `${whole}.${decimals}`),
  fc.double().map(String),
  fc.constantFrom('-0', '0.0', '4294967295', '4294967296', '1e2', '.5', '1.', '--1', '-'),
)
const blanks = fc.oneof(
  { weight: 5, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.stringMatching(/^[ \t\r\n]{1,3}$/) },
)
const pairOf = (key: fc.Arbitrary<string>, value: fc.Arbitrary<string>) =>
  fc
    .tuple(blanks, key, blanks, blanks, value, blanks)
    .map(([a, name, b, c, text, d]) => `${a}${JSON.stringify(name)}${b}:${c}${text}${d}`)
const usualPairs = fc
  .subarray(KNOWN.slice(1), { minLength: 1 })
  .chain((keys) => fc.tuple(...keys.map((key) => pairOf(fc.constant(key), usualNumber))))
const oddPair = pairOf(
  fc.oneof(fc.constantFrom(...KNOWN, 'note', '__proto__', 'toString', ''), fc.string()),
  fc.oneof(usualNumber, oddNumber, fc.constant('null'), fc.json()),
)
const message = fc
  .tuple(
    usualPairs,
    fc.array(oddPair, { maxLength: 2 }),
    fc.constantFrom('"v":1', '"v":1.0', '"v":2'),
  )
  .chain(([usual, odd, version]) =>
    fc.shuffledSubarray([...usual, ...odd, version], { minLength: usual.length + odd.length }),
  )
  .map((pairs) => bytes(`{${pairs}}`))

test('both ways give one answer to every message, cut and changed ones too', () => {
  let plain = 0
  fc.assert(
    fc.property(
      message,
      fc.nat(),
      fc.nat(255),
      fc.constantFrom('none', 'none', 'cut', 'changed'),
      (...given) => {
        const [whole, place, byte, harm] = given
        const at = place % whole.length
        const sent = harm === 'cut' ? whole.subarray(0, at) : Uint8Array.from(whole)
        if (harm === 'changed') sent[at] = byte
        if (readPlain(sent) !== undefined) plain++
        bothWays(sent)
      },
    ),
    { numRuns: 2000 },
  )
  expect(plain).toBeGreaterThan(50)
})
