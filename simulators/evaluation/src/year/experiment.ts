// One experiment: a world, a seed and a policy make a year. The same task gives the same year.
import { DAY_MS } from '@bakwacht/domain'
import { generatedWeather, readWeather, type Weather } from '@bakwacht/simulators/world'
import type { Policy } from '../boundary/policy.ts'
import { type RoadTable, roadTableOf } from '../operator/road-table.ts'
import { bakwacht } from '../policies/bakwacht.ts'
import { fixed } from '../policies/fixed.ts'
import { oracle } from '../policies/oracle.ts'
import { type PolicyName, thresholdOf } from '../policies/policy-name.ts'
import { threshold } from '../policies/threshold.ts'
import { type Fleet, fleetOf } from '../truth/fleet.ts'
import { foreknown } from '../truth/foreknown.ts'
import type { Span } from '../truth/households.ts'
import { type Gifts, giftsOfFleet, Street } from '../truth/street.ts'
import { readWorld, type World } from '../truth/world-file.ts'
import { tunedSchedule } from '../tuning/tuned-schedule.ts'
import type { PolicyYear } from './policy-year.ts'
import { runYear, type Year } from './run-year.ts'
import { costsOf, totalOf } from './tally.ts'

export interface Experiment {
  readonly worldFile: string
  readonly containers: number
  readonly days: number
  readonly vehicles: number
  /** `null`: made up by the seed. */
  readonly weatherFile: string | null
  readonly seed: number
  readonly policy: PolicyName
}

/** The first day that counts. */
const COUNT_FROM = Date.UTC(2026, 0, 5)
/** So far beyond the end the oracle sees; else it would leave everything where it is. */
const FORESEEN_MS = 28 * DAY_MS
const TUNED_ON_MS = 365 * DAY_MS

interface Setting {
  readonly world: World
  readonly fleet: Fleet
  readonly weather: Weather
  readonly gifts: Gifts
  readonly roads: RoadTable
  readonly span: Span
}

/** @param measures of this thread: processor time from any zero, and heap in use */
export async function runExperiment(
  experiment: Experiment,
  { cpuMs, heapBytes }: { readonly cpuMs: () => number; readonly heapBytes: () => number },
): Promise<PolicyYear> {
  const { seed, policy, days } = experiment
  const began = cpuMs()
  const setting = await settingOf(experiment)
  const { fleet, roads, span } = setting
  const asked = policyOf(policy, setting, seed)
  const street = new Street({
    ...setting,
    countFrom: COUNT_FROM,
    seed,
    listened: asked.listens,
  })
  const year = runYear({
    ...{ street, policy: asked, register: fleet.register, roads, span, countFrom: COUNT_FROM },
  })
  const told = summed(year, street, setting)
  const used = { cpu_seconds: (cpuMs() - began) / 1000, heap_mb: heapBytes() / 1e6 }
  return { policy, seed, days, ...told, ...used }
}

async function settingOf({
  worldFile,
  containers,
  days,
  vehicles,
  weatherFile,
  seed,
}: Experiment): Promise<Setting> {
  const world = readWorld(worldFile)
  const span = {
    from: COUNT_FROM - world.warm_up_days * DAY_MS,
    to: COUNT_FROM + days * DAY_MS,
  }
  const weather =
    weatherFile === null
      ? generatedWeather(seed, span.from - TUNED_ON_MS)
      : await readWeather(weatherFile)
  const fleet = fleetOf(world, { containers, vehicles, seed, startAt: span.from })
  const brought = { from: span.from, to: span.to + FORESEEN_MS }
  const gifts = giftsOfFleet(world, fleet, weather, brought, seed)
  return { world, fleet, weather, gifts, span, roads: await roadTableOf(fleet.register) }
}

function policyOf(policy: PolicyName, setting: Setting, seed: number): Policy {
  const { fleet, gifts, roads, span } = setting
  const dispatch = { register: fleet.register, roads, seed }
  switch (policy) {
    case 'fixed':
      return fixed(scheduleOf(setting, seed), dispatch, span.from)
    case 'bakwacht':
      return bakwacht(dispatch, span.from)
    case 'oracle':
      return oracle(foreknown(fleet, gifts, span.from), dispatch)
    default:
      return threshold(thresholdOf(policy) ?? 100, dispatch, span.from)
  }
}

/** On the year before: the same bins, other gifts. */
function scheduleOf({ world, fleet, weather, roads, span }: Setting, seed: number) {
  const before = { from: span.from - TUNED_ON_MS, to: span.from }
  const gifts = giftsOfFleet(world, fleet, weather, before, `year before ${seed}`)
  return tunedSchedule({ world, fleet, weather, gifts, span: before }, roads)
}

function summed({ driving, losses, months, insideAtFirstKg }: Year, street: Street, at: Setting) {
  const { settings } = at.fleet.register
  const { takenKg, collectedKg, turnedAwayKg, insideKg } = street.balance
  const cost = costsOf(driving, losses, settings.money, insideKg - insideAtFirstKg)
  const { fills } = driving
  return {
    km: driving.km,
    hours: driving.hours,
    runs: driving.runs,
    trips: driving.trips,
    stops: driving.stops,
    kg: driving.kg,
    km_per_tonne: driving.kg > 0 ? (1000 * driving.km) / driving.kg : 0,
    fill_at_emptying: {
      mean_pct: fills.length === 0 ? 0 : (100 * total(fills)) / fills.length,
      histogram: histogramOf(fills),
    },
    overflows: losses.overflows,
    overflow_hours: losses.overflowHours,
    turned_away_kg: losses.turnedAwayKg,
    damp_lost_kg: losses.dampKg,
    cost_eur: { ...cost, total: totalOf(cost) },
    balance_kg: {
      at_first: total(at.fleet.bins.map(({ initial }) => initial.kg)),
      brought: takenKg + turnedAwayKg,
      collected: collectedKg,
      turned_away: turnedAwayKg,
      inside: insideKg,
    },
    months: months.map(({ month, driving: driven, losses: lost }) => ({
      month,
      km: driven.km,
      kg: driven.kg,
      cost_eur: totalOf(costsOf(driven, lost, settings.money)),
      overflow_hours: lost.overflowHours,
    })),
  }
}

const CLASSES = 10

function histogramOf(fills: readonly number[]): readonly number[] {
  const counts = new Array<number>(CLASSES).fill(0)
  for (const fill of fills) {
    const at = Math.min(Math.floor(fill * CLASSES), CLASSES - 1)
    counts[at] = (counts[at] ?? 0) + 1 / fills.length
  }
  return counts
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
