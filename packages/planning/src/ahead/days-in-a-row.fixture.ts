// A fleet of bins that fill by lumps, planned and emptied day after day: what a way of planning costs
// over weeks. Seeded, and searched by iterations: the same every time.
import { addDays, type Container, DAY_MS, HOUR_MS, type Settings } from '@bakwacht/domain'
import { closedBecause } from '../calendar/working-day.ts'
import { planDay } from '../plan-day.fixture.ts'
import { at, bin, DATE, depot, snapshot, stateOf, van } from '../planning.fixture.ts'

export interface WeeksOf {
  readonly settings: Settings
  readonly days: number
  readonly bins: number
  readonly seed: number
  readonly iterations: number
}

export interface WeeksSum {
  readonly km: number
  readonly hours: number
  readonly cost: number
  readonly visits: number
  readonly kg: number
  /** Times that a bin was over full between two visits. */
  readonly overflows: number
  /** Left in the bins at the end. */
  readonly kgLeft: number
}

/** One gift is so many points: the lumps that the forecast reckons with. */
const LUMP_PCT = 8

/** Bins within 15 km of the depot, 2 to 12 points a day, two vans, Sundays off. */
export function daysInARow({ settings, days, bins, seed, iterations }: WeeksOf): WeeksSum {
  const random = mulberry32(seed)
  const containers = Array.from({ length: bins }, (_, n) => placed(n, random))
  const rates = containers.map(() => 2 + 10 * random() ** 2)
  const levels = containers.map(() => 70 * random())
  const over = containers.map(() => false)
  const sum = { km: 0, hours: 0, cost: 0, visits: 0, kg: 0, overflows: 0 }
  let emptiedAt = new Map<string, number>()

  for (let day = 0; day < days; day++) {
    const date = addDays(DATE, day)
    const visited = closedBecause(date, snapshot().calendar, depot.id) ? [] : collect(date)
    fill(1 / 3)
    for (const n of visited) {
      levels[n] = 0
      over[n] = false
    }
    fill(2 / 3)
  }
  const kgLeft = levels.reduce((kg, pct) => kg + kgOf(pct), 0)
  return { ...sum, kgLeft }

  function collect(date: string): number[] {
    const now = at('04:00', date)
    const known = containers.map((container) => ({
      ...container,
      lastEmptiedAt: emptiedAt.get(container.id) ?? container.lastEmptiedAt,
    }))
    const states = known.map((container, n) => {
      const fill = { at: now - HOUR_MS, ratePctPerDay: rates[n] ?? 0 }
      return stateOf(container, Math.min(levels[n] ?? 0, 100), { fill })
    })
    const vehicles = ['van-1', 'van-2'].map((id) => van({ id, name: id }))
    const world = snapshot({ now, settings, containers: known, states, vehicles })
    const { runs, faults, violations } = planDay(world, { date, iterations })
    if (faults.length + violations.length > 0) throw new Error(`unsound on ${date}: ${faults[0]}`)
    for (const { totals } of runs) {
      sum.km += totals.distanceM / 1000
      sum.hours += totals.durationS / 3600
      sum.cost += totals.cost
      sum.kg += totals.kg
    }
    const visited = runs.flatMap(({ stops }) =>
      stops.flatMap(({ containerId, arrival }) => {
        if (containerId === null) return []
        emptiedAt = new Map([...emptiedAt, [containerId, arrival]])
        return [containers.findIndex(({ id }) => id === containerId)]
      }),
    )
    sum.visits += visited.length
    return visited
  }

  function fill(shareOfDay: number): void {
    for (const [n, rate] of rates.entries()) {
      const lumps = poisson((rate * shareOfDay) / LUMP_PCT, random)
      levels[n] = (levels[n] ?? 0) + lumps * LUMP_PCT
      if (levels[n] > 100 && !over[n]) {
        over[n] = true
        sum.overflows++
      }
      levels[n] = Math.min(levels[n], 100)
    }
  }
}

const kgOf = (pct: number): number => (pct / 100) * 2500 * 0.12

function placed(n: number, random: () => number): Container {
  const km = 15 * Math.sqrt(random())
  const angle = 2 * Math.PI * random()
  const [lon, lat] = depot.location
  return bin(n, {
    location: [lon + (km * Math.cos(angle)) / 70, lat + (km * Math.sin(angle)) / 111],
    lastEmptiedAt: at('12:00') - 5 * DAY_MS,
  })
}

/** Knuth's; for small means. */
function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = random(); product > limit; product *= random()) count++
  return count
}

/** A small generator of 32 bits (T. Ettinger). */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
