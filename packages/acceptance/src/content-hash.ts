// What was measured, as 48 bits: tells a repeat from a conflict of one device and time. Over values,
// not bytes, so that the same reading in JSON, in CBOR and in any order of keys has one hash.
import type { WireReading } from '@bakwacht/firmware-contracts'

// Halves of NaNs, which no device can send, stand for "absent" and "null".
const ABSENT = 0x7ff8_0001
const NULL = 0x7ff8_0002

const number = new Float64Array(1)
const words = new Uint32Array(number.buffer)

/**
 * @param identifyingMs the device's own time where it is not the reading's identity already
 *   (a wrong clock), else null
 * @returns an integer below 2^48
 */
export function contentHash(reading: WireReading, identifyingMs: number | null): number {
  const hash = new Mixer()
  hash.add(reading.seq)
  hash.add(reading.distance_mm)
  hash.add(reading.fill_pct)
  hash.add(reading.temp_c)
  hash.add(reading.rh_pct)
  hash.add(reading.battery_v)
  hash.add(reading.rssi_dbm)
  hash.add(reading.tilt_deg)
  hash.add(reading.lid_opens)
  hash.add(identifyingMs)
  return hash.digest()
}

/** Two MurmurHash3 (x86, 32 bit) states with different seeds. Not for use against an attacker. */
class Mixer {
  #a = 0x9747_b28c
  #b = 0x1b87_3593

  add(value: number | null | undefined): void {
    if (value === undefined) this.#mix(ABSENT)
    else if (value === null) this.#mix(NULL)
    else {
      // Adding 0 makes -0 the same as 0.
      number[0] = value + 0
      this.#mix(words[0] ?? 0)
      this.#mix(words[1] ?? 0)
    }
  }

  #mix(word: number): void {
    const k = Math.imul(rotate(Math.imul(word, 0xcc9e_2d51), 15), 0x1b87_3593)
    this.#a = (Math.imul(rotate(this.#a ^ k, 13), 5) + 0xe654_6b64) | 0
    const l = Math.imul(rotate(Math.imul(word, 0x85eb_ca6b), 16), 0xc2b2_ae35)
    this.#b = (Math.imul(rotate(this.#b ^ l, 11), 5) + 0x561c_cd1b) | 0
  }

  digest(): number {
    return (finish(this.#a) >>> 8) * 2 ** 24 + (finish(this.#b) >>> 8)
  }
}

const rotate = (word: number, by: number) => (word << by) | (word >>> (32 - by))

function finish(state: number): number {
  let h = state
  h = Math.imul(h ^ (h >>> 16), 0x85eb_ca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2_ae35)
  return (h ^ (h >>> 16)) >>> 0
}
