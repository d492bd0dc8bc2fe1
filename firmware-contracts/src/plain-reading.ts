// The message that nearly every device sends, read straight from its bytes: one flat JSON object with
// plain numbers and at most one key that nobody knows. JSON.parse and the schema take several times as
// long. Refuses nothing: what is not quite so goes the long way (parse.ts), and a property test holds
// both ways to one answer.
import { MAX_SEQ } from './limits.ts'
import { PAYLOAD_VERSION, REQUIRED_MEASUREMENTS, type WireReading } from './payload.ts'

export interface PlainReading {
  readonly reading: WireReading
  readonly unknownKeys: number
}

/** The bit of each key, and the place of its value in `values`. */
const PLACE = {
  v: 0,
  seq: 1,
  ts: 2,
  distance_mm: 3,
  fill_pct: 4,
  temp_c: 5,
  rh_pct: 6,
  battery_v: 7,
  rssi_dbm: 8,
  tilt_deg: 9,
  lid_opens: 10,
} as const satisfies Record<keyof WireReading, number>

const NEVER_NULL = maskOf(['v', 'seq', 'ts'])
const REQUIRED = maskOf(REQUIRED_MEASUREMENTS)

interface Key {
  readonly place: number
  /** With the quote that closes it. */
  readonly name: Uint8Array
}

/** By the code of their first letters. */
const keysOfLetter: readonly (readonly Key[])[] = Array.from({ length: 128 }, (_, letter) =>
  Object.entries(PLACE)
    .filter(([name]) => name.charCodeAt(0) === letter)
    .map(([name, place]) => ({ place, name: Buffer.from(`${name}"`) })),
)

const values = new Float64Array(Object.keys(PLACE).length)

/** A number of so many digits is an integer below 2^53 through a power of ten: one exact division. */
const MOST_DIGITS = 15
const POWERS_OF_TEN = Array.from({ length: MOST_DIGITS + 1 }, (_, power) => 10 ** power)

/** In the place of an end: this value is for the long way. */
const UNUSUAL = -1
const UNKNOWN: Key = { place: -1, name: new Uint8Array() }

const QUOTE = 0x22
const COMMA = 0x2c
const MINUS = 0x2d
const POINT = 0x2e
const ZERO = 0x30
const COLON = 0x3a
const BACKSLASH = 0x5c
const CURLY = 0x7b
const CURLY_END = 0x7d
const LETTER_N = 0x6e
const NULL = Buffer.from('null')

/** @returns undefined where the long way must say what the message is */
export function readPlain(bytes: Uint8Array): PlainReading | undefined {
  if (bytes[0] !== CURLY) return undefined
  let said = 0
  let nulls = 0
  let unknownKeys = 0
  let at = 0
  do {
    const nameAt = afterBlanks(bytes, at + 1)
    const key = keyAt(bytes, nameAt)
    const nameEnd = key === UNKNOWN ? endOfText(bytes, nameAt) : nameAt + 1 + key.name.length
    if (nameEnd === UNUSUAL) return undefined
    const colonAt = afterBlanks(bytes, nameEnd)
    if (bytes[colonAt] !== COLON) return undefined
    const bit = key === UNKNOWN ? 0 : 1 << key.place
    // Twice the same key: the last one counts, and JSON.parse knows it.
    if (key === UNKNOWN ? ++unknownKeys > 1 : (said & bit) !== 0) return undefined
    said |= bit

    const valueAt = afterBlanks(bytes, colonAt + 1)
    let end: number
    if (bytes[valueAt] === LETTER_N) {
      end = isAt(bytes, valueAt, NULL) ? valueAt + NULL.length : UNUSUAL
      nulls |= bit
    } else if (bytes[valueAt] === QUOTE) {
      end = key === UNKNOWN ? endOfText(bytes, valueAt) : UNUSUAL
    } else end = readNumber(bytes, valueAt, key.place)
    if (end === UNUSUAL) return undefined
    at = afterBlanks(bytes, end)
  } while (bytes[at] === COMMA)

  if (bytes[at] !== CURLY_END || afterBlanks(bytes, at + 1) < bytes.length) return undefined
  return isReading(said, nulls) ? { reading: readingOf(said, nulls), unknownKeys } : undefined
}

function afterBlanks(bytes: Uint8Array, start: number): number {
  let at = start
  while (at < bytes.length) {
    const byte = bytes[at]
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) break
    at++
  }
  return at
}

/** By code: what a text may hold as it is, printable ASCII without escapes and quotes. */
const usual = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(byte >= 0x20 && byte <= 0x7e && byte !== QUOTE && byte !== BACKSLASH),
)

/** @returns the place after the closing quote; UNUSUAL for a text that holds anything unusual */
function endOfText(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== QUOTE) return UNUSUAL
  let at = start + 1
  while (usual[bytes[at] ?? 0] === 1) at++
  return bytes[at] === QUOTE ? at + 1 : UNUSUAL
}

function keyAt(bytes: Uint8Array, start: number): Key {
  if (bytes[start] !== QUOTE) return UNKNOWN
  for (const key of keysOfLetter[bytes[start + 1] ?? 0] ?? [])
    if (isAt(bytes, start + 1, key.name)) return key
  return UNKNOWN
}

function isAt(bytes: Uint8Array, start: number, text: Uint8Array): boolean {
  for (let index = 0; index < text.length; index++)
    if (bytes[start + index] !== text[index]) return false
  return true
}

/** Puts it among the values. @returns the place after it */
function readNumber(bytes: Uint8Array, start: number, place: number): number {
  const wholeAt = bytes[start] === MINUS ? start + 1 : start
  let digits = 0
  let at = wholeAt
  for (; isDigit(bytes[at]); at++) digits = digits * 10 + (bytes[at] ?? 0) - ZERO
  const whole = at - wholeAt
  if (whole === 0 || (whole > 1 && bytes[wholeAt] === ZERO)) return UNUSUAL
  let decimals = 0
  if (bytes[at] === POINT) {
    const decimalsAt = ++at
    for (; isDigit(bytes[at]); at++) digits = digits * 10 + (bytes[at] ?? 0) - ZERO
    decimals = at - decimalsAt
    if (decimals === 0) return UNUSUAL
  }
  if (whole + decimals > MOST_DIGITS) return UNUSUAL
  const value = digits / (POWERS_OF_TEN[decimals] ?? 1)
  if (place >= 0) values[place] = wholeAt > start ? -value : value
  return at
}

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= ZERO && byte <= 0x39

function isReading(said: number, nulls: number): boolean {
  if ((said & REQUIRED) === 0 || (nulls & NEVER_NULL) !== 0) return false
  if ((said & (1 << PLACE.v)) === 0 || values[PLACE.v] !== PAYLOAD_VERSION) return false
  const seq = (said & (1 << PLACE.seq)) === 0 ? 0 : (values[PLACE.seq] ?? 0)
  return Number.isInteger(seq) && seq >= 0 && seq <= MAX_SEQ
}

function readingOf(said: number, nulls: number): WireReading {
  const measured = (place: number) =>
    (said & (1 << place)) === 0 ? undefined : (nulls & (1 << place)) === 0 ? values[place] : null
  const numberOf = (place: number) => ((said & (1 << place)) === 0 ? undefined : values[place])
  // All keys each time, so that what reads them meets one shape.
  return {
    v: PAYLOAD_VERSION,
    seq: numberOf(PLACE.seq),
    ts: numberOf(PLACE.ts),
    distance_mm: measured(PLACE.distance_mm),
    fill_pct: measured(PLACE.fill_pct),
    temp_c: measured(PLACE.temp_c),
    rh_pct: measured(PLACE.rh_pct),
    battery_v: measured(PLACE.battery_v),
    rssi_dbm: measured(PLACE.rssi_dbm),
    tilt_deg: measured(PLACE.tilt_deg),
    lid_opens: measured(PLACE.lid_opens),
  }
}

function maskOf(keys: readonly (keyof typeof PLACE)[]): number {
  return keys.reduce((mask, key) => mask | (1 << PLACE[key]), 0)
}
