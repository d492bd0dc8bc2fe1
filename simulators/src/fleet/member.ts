// One container of the running fleet: its bin, and the device that sits in it, if one does.
import type { WireConfig } from '@bakwacht/firmware-contracts'
import { DeviceConnection, type Line } from '../device/connection.ts'
import { outages } from '../device/outages.ts'
import { silentFrom } from '../device/silent-from.ts'
import { chained, type Fault, onReadings } from '../fault/fault.ts'
import { faultsOfDevice } from '../fault/faults-of-device.ts'
import type { FaultShares } from '../fault/list.ts'
import { sensorOf } from '../sensor/sensor.ts'
import type { TruthFile } from '../truth/truth-file.ts'
import { Bin } from '../world/bin.ts'
import { randomFor } from '../world/random.ts'
import { HOUR_MS } from '../world/time.ts'
import type { Weather } from '../world/weather.ts'
import type { ContainerPlan, DevicePlan } from './fleet-plan.ts'

export interface Surroundings {
  readonly seed: number
  readonly startAt: number
  readonly endAt: number
  readonly weather: Weather
  readonly reportMs: number
  readonly faults: FaultShares
  readonly line: Line
  /** By device id; a device without one signs in with its client id alone. */
  readonly secrets: ReadonlyMap<string, string>
  readonly truth: TruthFile | undefined
}

export interface Member {
  readonly plan: ContainerPlan
  readonly bin: Bin
  readonly connection: DeviceConnection | undefined
  /** First instant at which something is due. */
  readonly firstAt: number
  /** Moves the world on to `at` and lets the device speak. @returns when it is due again */
  readonly act: (at: number) => number
  /** Sends what a fault still holds back. */
  readonly flush: (at: number) => void
}

export function memberOf(plan: ContainerPlan, surroundings: Surroundings): Member {
  const { seed, startAt, weather, truth } = surroundings
  const bin = new Bin({
    id: plan.id,
    profile: plan.bin,
    seed,
    weather,
    startAt,
    initial: plan.initial,
    emptyings: plan.emptyings,
    gifts: plan.gifts,
    ...(truth === undefined ? {} : { witness: truth }),
  })
  return plan.device === undefined
    ? withoutDevice(plan, bin, startAt)
    : withDevice(plan, plan.device, bin, surroundings)
}

function withoutDevice(plan: ContainerPlan, bin: Bin, startAt: number): Member {
  const act = (at: number) => {
    bin.advanceTo(at)
    return at + HOUR_MS
  }
  return { plan, bin, connection: undefined, firstAt: startAt + HOUR_MS, act, flush: () => {} }
}

function withDevice(
  plan: ContainerPlan,
  device: DevicePlan,
  bin: Bin,
  surroundings: Surroundings,
): Member {
  const { seed, startAt, line, secrets } = surroundings
  let reportMs = surroundings.reportMs
  const measure = sensorOf(bin, device.sensor, randomFor(seed, device.id, 'sensor'))
  const fate = fateOf(device, surroundings)
  const connection = new DeviceConnection({
    line,
    deviceId: device.id,
    secret: secrets.get(device.id),
    random: randomFor(seed, device.id, 'patience'),
    onConfig: (config: WireConfig) => {
      reportMs = config.report_s * 1000
    },
  })
  const jitter = randomFor(seed, device.id, 'jitter')
  const drift = () => Math.round((jitter() - 0.5) * Math.min(1_000, reportMs / 100))
  const act = (at: number) => {
    bin.advanceTo(at)
    for (const emission of fate([{ kind: 'reading', reading: measure(at) }], at))
      connection.send(emission)
    return at + reportMs + drift()
  }
  const flush = (at: number) => {
    for (let round = 0; round < FLUSH_ROUNDS; round++)
      for (const emission of fate([], at)) connection.send(emission)
  }
  const firstAt = startAt + Math.ceil(jitter() * reportMs)
  return { plan, bin, connection, firstAt, act, flush }
}

/** Enough for what `reorder` holds back longest. */
const FLUSH_ROUNDS = 4

/** What the plan has in store for this device, then the faults asked for. */
function fateOf(device: DevicePlan, { seed, startAt, endAt, faults, truth }: Surroundings): Fault {
  const { noEchoFrom, silentFrom: dies } = device
  return chained([
    ...(noEchoFrom === undefined
      ? []
      : [
          onReadings((reading, at) =>
            at < noEchoFrom ? reading : { ...reading, distance_mm: device.sensor.echo.lostAs },
          ),
        ]),
    ...(dies === undefined
      ? []
      : [silentFrom(dies, () => truth?.fault(device.id, dies, 'silence', {}))]),
    ...(device.gaps.length === 0 ? [] : [outages(device.gaps)]),
    faultsOfDevice({
      seed,
      deviceId: device.id,
      shares: faults,
      startAt,
      endAt,
      note: (at, fault, detail) => truth?.fault(device.id, at, fault, detail),
    }),
  ])
}
