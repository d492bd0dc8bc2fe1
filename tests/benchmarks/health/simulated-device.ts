// One simulated bin with its sensor and at most one fault, as the readings that would be stored.
import { decodeOnly } from '@bakwacht/acceptance'
import { DAY_MS, type FoldEvent, HOUR_MS } from '@bakwacht/domain'
import { encodeJson } from '@bakwacht/firmware-contracts'
import {
  anySensor,
  Bin,
  between,
  faultKinds,
  generatedWeather,
  ordinaryBin,
  randomFor,
  sensorOf,
} from '@bakwacht/simulators/world'

export type FaultName = keyof typeof faultKinds

export interface SimulatedDevice {
  readonly id: string
  readonly capacityL: number
  readonly emptyMm: number
  readonly fullMm: number
  readonly events: readonly FoldEvent[]
  /** What the fault noted of itself first; `null`: it has none. */
  readonly fault: {
    readonly at: number
    readonly detail: Readonly<Record<string, number | string>>
  } | null
}

export function simulatedDevice(
  seed: number,
  fault: FaultName | null,
  startAt: number,
  days: number,
): SimulatedDevice {
  const id = `${fault ?? 'sound'}-${seed}`
  const endAt = startAt + days * DAY_MS
  const random = randomFor(seed, 'device', fault ?? 'sound')
  const every = between(random, 5, 9) * DAY_MS
  const emptyings: number[] = []
  for (let at = startAt + every; at < endAt; at += every)
    emptyings.push(Math.floor(at / HOUR_MS) * HOUR_MS)
  const bin = new Bin({
    ...{ id, seed, startAt, emptyings },
    profile: { ...ordinaryBin, litresPerDay: between(random, 50, 280) },
    weather: generatedWeather(seed, startAt),
    initial: { kg: 30, litres: 250 },
  })
  const sensor = anySensor(seed, id)
  const measure = sensorOf(bin, sensor, randomFor(seed, id, 'sensor'))
  let noted: SimulatedDevice['fault'] = null
  const change =
    fault &&
    faultKinds[fault].begin({
      random: randomFor(seed, id, 'fault'),
      ...{ startAt, endAt, note: (at, detail) => (noted ??= { at, detail }) },
    })
  const events: FoldEvent[] = [{ kind: 'seated', at: startAt, deviceId: id, registeredAt: startAt }]
  for (const at of emptyings)
    events.push({ kind: 'result', at, stopId: `${id}-${at}`, outcome: 'emptied' })
  const minute = Math.floor(between(random, 1, 59)) * 60_000
  for (let at = startAt + minute; at < endAt; at += HOUR_MS) {
    bin.advanceTo(at)
    const said = [{ kind: 'reading', reading: measure(at) } as const]
    for (const emission of change?.(said, at) ?? said) {
      if (emission.kind !== 'reading') continue
      const decoded = decodeOnly(encodeJson(emission.reading), id, at + 1000)
      if (decoded.kind !== 'message') continue
      for (const item of decoded.items)
        if (item.kind === 'reading')
          events.push({ kind: 'reading', at: item.reading.observedAt, reading: item.reading })
    }
  }
  const { emptyMm, fullMm } = sensor.echo
  return { id, capacityL: bin.profile.capacityL, emptyMm, fullMm, events, fault: noted }
}
