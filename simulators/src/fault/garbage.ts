import { encodeCbor, encodeJson } from '@bakwacht/firmware-contracts'
import { chance, pick, type Random } from '../world/random.ts'
import type { FaultKind } from './fault.ts'

const PER_READING = 0.05

export const garbage: FaultKind = {
  help: 'now and then a message that is none: cut JSON, cut CBOR, noise, wrong types, wrong version',
  share: 0.5,
  begin:
    ({ random, note }) =>
    (emissions, at) => {
      if (emissions.length === 0 || !chance(random, PER_READING)) return emissions
      const [name, bytes] = pick(random, kinds)
      note(at, { garbage: name })
      return [...emissions, { kind: 'raw', bytes: bytes(random) }]
    },
}

const sound = { v: 1, distance_mm: 812, temp_c: 8.4 }

const kinds: readonly [Kind, ...Kind[]] = [
  ['cut_json', () => encodeJson(sound).slice(0, -4)],
  ['cut_cbor', () => encodeCbor(sound).slice(0, -3)],
  ['empty', () => new Uint8Array(0)],
  ['noise', (random) => Uint8Array.from({ length: 64 }, () => Math.floor(random() * 256))],
  ['wrong_type', () => encodeJson({ ...sound, temp_c: 'warm' })],
  ['wrong_version', () => encodeJson({ ...sound, v: 99 })],
  ['nothing_measured', () => encodeJson({ v: 1, battery_v: 3.6 })],
  ['too_many', () => encodeJson(Array.from({ length: 501 }, (_, ts) => ({ ...sound, ts })))],
]

type Kind = readonly [name: string, bytes: (random: Random) => Uint8Array]
