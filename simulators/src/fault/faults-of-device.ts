// Which of the faults asked for one device has, drawn from the seed.
import { chance, randomFor } from '../world/random.ts'
import { chained, type Fault } from './fault.ts'
import { type FaultName, type FaultShares, faultKinds, faultNames } from './list.ts'

export function faultsOfDevice(options: {
  readonly seed: number
  readonly deviceId: string
  readonly shares: FaultShares
  readonly startAt: number
  readonly endAt: number
  readonly note: (
    at: number,
    fault: FaultName,
    detail: Readonly<Record<string, number | string>>,
  ) => void
}): Fault {
  const { seed, deviceId, shares, startAt, endAt, note } = options
  const has = faultNames.filter((name) =>
    chance(randomFor(seed, deviceId, name, 'has'), shares[name] ?? 0),
  )
  return chained(
    has.map((name) =>
      faultKinds[name].begin({
        random: randomFor(seed, deviceId, name),
        startAt,
        endAt,
        note: (at, detail) => note(at, name, detail),
      }),
    ),
  )
}
