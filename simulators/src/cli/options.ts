// The command line, checked once. Every value that leaves here is usable.

import { UsageError } from '@bakwacht/command-line'
import { MAX_ITEMS } from '@bakwacht/firmware-contracts'
import type { FaultShares } from '../fault/list.ts'
import type { Mapping } from '../replay/mapping.ts'
import { CONTAINERS_FROM, type Name, parsedArgs, type Values } from './arguments.ts'
import {
  faultShares,
  format,
  instant,
  mapping,
  number,
  optionalNumber,
  speed,
  url,
} from './option-values.ts'

/** What both ways of running have in common. */
export interface CommonOptions {
  readonly brokerUrl: string
  readonly api: { readonly url: string; readonly token: string | undefined } | undefined
  /** Infinity: as fast as possible. */
  readonly speed: number
  readonly seed: number
  readonly format: 'json' | 'cbor'
  readonly batch: number
  readonly connectionsPerSecond: number
  readonly longestBackOffMs: number
  /** UTC ms at which the wall clock shall begin. */
  readonly clockAt: number | undefined
  /** Times as fast as real time that the wall clock then runs. */
  readonly clockSpeed: number
  readonly quiet: boolean
  readonly json: boolean
}

export interface FleetOptions extends CommonOptions {
  readonly kind: 'fleet'
  readonly containers: number
  readonly days: number
  readonly scenario: string | undefined
  readonly weather: string | undefined
  readonly truth: string | undefined
  readonly reportMs: number
  readonly emptyEveryDays: number
  readonly faults: FaultShares
  readonly drivers: boolean
  readonly once: boolean
}

export interface ReplayOptions extends CommonOptions {
  readonly kind: 'replay'
  readonly file: string
  readonly mapping: Mapping
  readonly endNow: boolean
  readonly containersFrom: string | undefined
  readonly emptyMm: number | undefined
  readonly fullMm: number | undefined
  readonly capacityL: number
}

export type Options = FleetOptions | ReplayOptions | { readonly kind: 'help' }

const FLEET_ONLY = [
  'containers',
  'days',
  'scenario',
  'region',
  'weather',
  'truth',
  'report-minutes',
  'empty-every',
  'fault',
  'drivers',
  'once',
] as const satisfies readonly Name[]
const REPLAY_ONLY = [
  'map',
  'end-now',
  CONTAINERS_FROM,
  'empty-mm',
  'full-mm',
  'capacity-l',
] as const satisfies readonly Name[]

/** @throws UsageError that names the option */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parsedArgs(args)
  if (values.help) return { kind: 'help' }
  return values.replay === undefined ? fleetOptions(values) : replayOptions(values, values.replay)
}

function fleetOptions(values: Values): FleetOptions {
  for (const name of REPLAY_ONLY)
    if (values[name] !== undefined) throw new UsageError(name, 'goes with --replay only')
  if (values.region !== undefined && values.region !== 'demo')
    throw new UsageError('region', `got "${values.region}", wanted demo`)
  const common = commonOptions(values)
  const drivers = values.drivers ?? false
  if (drivers && common.api === undefined) throw new UsageError('drivers', 'needs --api')
  if (drivers && values.once)
    throw new UsageError('drivers', 'work once now is reached, where --once ends')
  return {
    kind: 'fleet',
    ...common,
    containers: number(values, 'containers', 60, { low: 1, high: 100_000, whole: true }),
    days: number(values, 'days', 14, { low: 0, high: 3_660 }),
    scenario: values.scenario,
    weather: values.weather,
    truth: values.truth,
    reportMs: number(values, 'report-minutes', 60, { low: 1 / 6, high: 10_080 }) * 60_000,
    emptyEveryDays: number(values, 'empty-every', 10, { low: 0, high: 366 }),
    faults: faultShares(values.fault ?? []),
    drivers,
    once: values.once ?? false,
  }
}

function replayOptions(values: Values, file: string): ReplayOptions {
  for (const name of FLEET_ONLY)
    if (values[name] !== undefined) throw new UsageError(name, 'does not go with --replay')
  if (values.map === undefined)
    throw new UsageError('map', 'says which column is what; --replay needs it')
  const common = commonOptions(values)
  if (values[CONTAINERS_FROM] !== undefined && common.api === undefined)
    throw new UsageError(CONTAINERS_FROM, 'needs --api')
  return {
    kind: 'replay',
    ...common,
    file,
    mapping: mapping(values.map),
    endNow: values['end-now'] ?? false,
    containersFrom: values[CONTAINERS_FROM],
    emptyMm: optionalNumber(values, 'empty-mm', { low: 1, high: 20_000 }),
    fullMm: optionalNumber(values, 'full-mm', { low: 0, high: 20_000 }),
    capacityL: number(values, 'capacity-l', 2_500, { low: 1, high: 100_000 }),
  }
}

function commonOptions(values: Values): CommonOptions {
  if (values.token !== undefined && values.api === undefined)
    throw new UsageError('token', 'goes with --api only')
  if (values['clock-speed'] !== undefined && values['clock-at'] === undefined)
    throw new UsageError('clock-speed', 'goes with --clock-at only')
  return {
    brokerUrl: url(values, 'broker', ['mqtt:', 'mqtts:', 'ws:', 'wss:']) ?? 'mqtt://127.0.0.1:1883',
    api: apiOf(values),
    speed: speed(values.speed ?? 'max'),
    seed: number(values, 'seed', 1, { low: 0, high: Number.MAX_SAFE_INTEGER, whole: true }),
    format: format(values.format ?? 'json'),
    batch: number(values, 'batch', 1, { low: 1, high: MAX_ITEMS, whole: true }),
    connectionsPerSecond: number(values, 'connections-per-second', 200, { low: 0.1, high: 10_000 }),
    longestBackOffMs: number(values, 'max-back-off-s', 300, { low: 0.01, high: 86_400 }) * 1_000,
    clockAt: instant(values, 'clock-at'),
    clockSpeed: number(values, 'clock-speed', 1, { low: 0.001, high: 10_000 }),
    quiet: values.quiet ?? false,
    json: values.json ?? false,
  }
}

function apiOf(values: Values): CommonOptions['api'] {
  const address = url(values, 'api', ['http:', 'https:'])
  return address === undefined ? undefined : { url: address, token: values.token }
}
