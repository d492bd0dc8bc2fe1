// The command line, checked once. Every value that leaves here is usable.
import { parseArgs } from 'node:util'
import { MAX_ITEMS, timestampMs } from '@bakwacht/firmware-contracts'
import {
  type FaultName,
  type FaultShares,
  faultKinds,
  faultNames,
  isFaultName,
} from '../fault/list.ts'
import { type Mapping, parseMapping } from '../replay/mapping.ts'
import { UsageError } from './usage-error.ts'

const spec = {
  containers: { type: 'string' },
  days: { type: 'string' },
  speed: { type: 'string' },
  seed: { type: 'string' },
  broker: { type: 'string' },
  api: { type: 'string' },
  token: { type: 'string' },
  fault: { type: 'string', multiple: true },
  truth: { type: 'string' },
  replay: { type: 'string' },
  map: { type: 'string' },
  'end-now': { type: 'boolean' },
  'containers-from': { type: 'string' },
  'empty-mm': { type: 'string' },
  'full-mm': { type: 'string' },
  'capacity-l': { type: 'string' },
  weather: { type: 'string' },
  'report-minutes': { type: 'string' },
  format: { type: 'string' },
  batch: { type: 'string' },
  'connections-per-second': { type: 'string' },
  'max-back-off-s': { type: 'string' },
  'empty-every': { type: 'string' },
  region: { type: 'string' },
  scenario: { type: 'string' },
  'clock-at': { type: 'string' },
  drivers: { type: 'boolean' },
  once: { type: 'boolean' },
  quiet: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

type Name = keyof typeof spec
type Values = ReturnType<typeof parsedArgs>['values']

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
  'containers-from',
  'empty-mm',
  'full-mm',
  'capacity-l',
] as const satisfies readonly Name[]

/** @throws UsageError that names the option */
export function parseOptions(args: readonly string[]): Options {
  const { values, positionals } = parsedArgs(args)
  if (values.help) return { kind: 'help' }
  if (positionals[0] !== undefined)
    throw new UsageError(positionals[0], 'not understood; options begin with --')
  return values.replay === undefined ? fleetOptions(values) : replayOptions(values, values.replay)
}

function parsedArgs(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: spec, allowPositionals: true, strict: true })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const option = /--?([\w-]+)/.exec(message)?.[1] ?? ''
    throw new UsageError(option, message.split('. ')[0] ?? message)
  }
}

function fleetOptions(values: Values): FleetOptions {
  for (const name of REPLAY_ONLY)
    if (values[name] !== undefined) throw new UsageError(name, 'goes with --replay only')
  if (values.region !== undefined && values.region !== 'demo')
    throw new UsageError('region', `got "${values.region}", wanted demo`)
  const common = commonOptions(values)
  const drivers = values.drivers ?? false
  if (drivers && common.api === undefined) throw new UsageError('drivers', 'needs --api')
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
  if (values['containers-from'] !== undefined && common.api === undefined)
    throw new UsageError('containers-from', 'needs --api')
  return {
    kind: 'replay',
    ...common,
    file,
    mapping: mapping(values.map),
    endNow: values['end-now'] ?? false,
    containersFrom: values['containers-from'],
    emptyMm: optionalNumber(values, 'empty-mm', { low: 1, high: 20_000 }),
    fullMm: optionalNumber(values, 'full-mm', { low: 0, high: 20_000 }),
    capacityL: number(values, 'capacity-l', 2_500, { low: 1, high: 100_000 }),
  }
}

function commonOptions(values: Values): CommonOptions {
  if (values.token !== undefined && values.api === undefined)
    throw new UsageError('token', 'goes with --api only')
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
    quiet: values.quiet ?? false,
    json: values.json ?? false,
  }
}

function apiOf(values: Values): CommonOptions['api'] {
  const address = url(values, 'api', ['http:', 'https:'])
  return address === undefined ? undefined : { url: address, token: values.token }
}

interface Range {
  readonly low: number
  readonly high: number
  readonly whole?: boolean
}

function number(values: Values, name: Name, fallback: number, range: Range): number {
  return optionalNumber(values, name, range) ?? fallback
}

function optionalNumber(
  values: Values,
  name: Name,
  { low, high, whole }: Range,
): number | undefined {
  const text = values[name]
  if (typeof text !== 'string') return undefined
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (value >= low && value <= high && (!whole || Number.isInteger(value))) return value
  const what = whole ? 'a whole number' : 'a number'
  throw new UsageError(
    name,
    `got "${text}", wanted ${what} from ${Number(low.toFixed(3))} to ${high}`,
  )
}

function url(values: Values, name: 'broker' | 'api', protocols: readonly string[]) {
  const text = values[name]
  if (text === undefined) return undefined
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text
  throw new UsageError(name, `got "${text}", wanted a URL beginning with ${protocols.join(', ')}`)
}

function speed(text: string): number {
  if (text === 'max') return Infinity
  const value = Number(text)
  if (Number.isFinite(value) && value > 0) return value
  throw new UsageError('speed', `got "${text}", wanted a number above 0, or max`)
}

function format(text: string): 'json' | 'cbor' {
  if (text === 'json' || text === 'cbor') return text
  throw new UsageError('format', `got "${text}", wanted json or cbor`)
}

function instant(values: Values, name: 'clock-at'): number | undefined {
  const text = values[name]
  if (text === undefined) return undefined
  const at = timestampMs(text)
  if (at !== undefined) return at
  throw new UsageError(name, `got "${text}", wanted a time like 2026-11-22T23:30:00+01:00`)
}

function mapping(text: string): Mapping {
  try {
    return parseMapping(text)
  } catch (error) {
    throw new UsageError('map', error instanceof Error ? error.message : String(error))
  }
}

function faultShares(lists: readonly string[]): FaultShares {
  const shares: Partial<Record<FaultName, number>> = {}
  for (const part of lists.flatMap((list) => list.split(','))) {
    const [name = '', share] = part.trim().split(':')
    if (!isFaultName(name))
      throw new UsageError('fault', `got "${name}", wanted some of ${faultNames.join(', ')}`)
    const value = share === undefined ? faultKinds[name].share : Number(share)
    if (!(value >= 0 && value <= 1))
      throw new UsageError('fault', `got "${part}", wanted a share from 0 to 1`)
    shares[name] = value
  }
  return shares
}
