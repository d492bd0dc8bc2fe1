// A bin that nobody can be compared with has its own past alone. Weather makes air humid too, so the
// bar is higher: for a whole day its air held far more than on the days before, and warm hours did not
// dry it. It knows a third of the leaks that a comparison would (docs/benchmarks.md).
import type { Evidence } from '../../alert/alert.ts'
import { absHumidityGPerM3 } from '../../damp/psychrometrics.ts'
import type { DampSettings } from '../../settings.ts'
import { HOUR_MS } from '../../time/local-time.ts'
import { median } from '../median.ts'
import { rounded } from '../rounded.ts'
import type { HourInput } from './hour-input.ts'

/** Six hours of air: sums over the hours that had readings. */
interface AirBlock {
  /** Six-hour blocks since 1970. */
  readonly block: number
  readonly hours: number
  /** Water in the air, and what saturated air of the same temperature holds, g/m³. */
  readonly held: number
  readonly couldHold: number
  readonly rhMinPct: number
}

export interface OwnPast {
  /** The block under way and those of the last day before it, oldest first. */
  readonly blocks: readonly AirBlock[]
  /** Mean g/m³ of the days before, the newest last. */
  readonly days: readonly number[]
}

export const noPast: OwnPast = { blocks: [], days: [] }

const BLOCK_HOURS = 6
const DAY_BLOCKS = 4
const PAST_DAYS = 5
const FEWEST_DAYS = 3
/** What ended it must be well below what raised it. */
const ENDS_SHARE = 0.7

export function pastAfter({ blocks, days }: OwnPast, { hour, own }: HourInput): OwnPast {
  if (Number.isNaN(own.absHumidityGPerM3)) return { blocks, days }
  const block = Math.floor(hour / BLOCK_HOURS)
  const last = blocks.at(-1)
  const fresh: AirBlock = { block, hours: 0, held: 0, couldHold: 0, rhMinPct: 100 }
  const before = last?.block === block ? last : fresh
  const now: AirBlock = {
    block,
    hours: before.hours + 1,
    held: before.held + own.absHumidityGPerM3,
    couldHold: before.couldHold + absHumidityGPerM3(own.tempC, 100),
    rhMinPct: Math.min(before.rhMinPct, own.rhPct),
  }
  if (before !== fresh) return { blocks: [...blocks.slice(0, -1), now], days }
  // A UTC day is over: what it held on average becomes past, a day after it did.
  const over = blocks.filter((each) => dayOf(each.block) < dayOf(block) - 1)
  const past = over.length > 0 ? [...days, meanHeld(over)].slice(-PAST_DAYS) : days
  return { blocks: [...blocks.filter((each) => !over.includes(each)), now], days: past }
}

const dayOf = (block: number): number => Math.floor(block / DAY_BLOCKS)

const total = (blocks: readonly AirBlock[], field: 'held' | 'couldHold' | 'hours'): number =>
  blocks.reduce((sum, each) => sum + each[field], 0)
const meanHeld = (blocks: readonly AirBlock[]): number =>
  total(blocks, 'held') / total(blocks, 'hours')

/** How the last whole day differs from those before it; `undefined`: not enough is known. */
export interface Change {
  readonly risenGPerM3: number
  /** Of what air of that temperature can hold, %. */
  readonly risenPct: number
  readonly rhMinPct: number
  readonly fromBlock: number
  readonly toBlock: number
}

export function changeOf({ blocks, days }: OwnPast): Change | undefined {
  const last = blocks.slice(-DAY_BLOCKS)
  const [first, newest] = [last[0], last.at(-1)]
  const usual = days.length < FEWEST_DAYS ? undefined : median(days)
  if (first === undefined || newest === undefined || usual === undefined) return undefined
  if (last.length < DAY_BLOCKS || newest.block - first.block !== DAY_BLOCKS - 1) return undefined
  const risenGPerM3 = meanHeld(last) - usual
  return {
    risenGPerM3,
    risenPct: (100 * risenGPerM3 * total(last, 'hours')) / total(last, 'couldHold'),
    rhMinPct: Math.min(...last.map((each) => each.rhMinPct)),
    fromBlock: first.block,
    toBlock: newest.block,
  }
}

export const isDampAlone = (change: Change | undefined, damp: DampSettings): boolean =>
  change !== undefined &&
  change.risenPct >= damp.aloneRisenPct &&
  change.rhMinPct >= damp.aloneRhMinPct

/** Undecided is not over. */
export const isDryAlone = (change: Change | undefined, damp: DampSettings): boolean =>
  change !== undefined && change.risenPct < damp.aloneRisenPct * ENDS_SHARE

export const aloneEvidence = (change: Change): Evidence => ({
  cause: 'own_past',
  risen_g_per_m3: rounded(change.risenGPerM3),
  risen_pct: rounded(change.risenPct),
  rh_min_pct: rounded(change.rhMinPct),
  from_at: change.fromBlock * BLOCK_HOURS * HOUR_MS,
  to_at: (change.toBlock + 1) * BLOCK_HOURS * HOUR_MS,
})
