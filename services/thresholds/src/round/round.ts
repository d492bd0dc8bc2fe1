// A round: what is new is folded, then judged beside its neighbours at a full hour, then kept.
// Whatever happens in between, nothing is settled before it is stored, and doing it twice does no harm.
import { type Alert, DAY_MS, HOUR_MS } from '@bakwacht/domain'
import type { FoldChange, StateChange } from '@bakwacht/registry'
import type { Fleet, FleetReader } from '../fleet.ts'
import type { HoursCache } from '../hours-cache.ts'
import type { Outdoor } from '../outdoor/outdoor.ts'
import { type Claimed, claim, settle } from './claim.ts'
import { foldChangeOf } from './fold-change.ts'
import { type FoldedContainer, foldContainers, type Sources } from './fold-containers.ts'
import { judgeContainer } from './judge-container.ts'
import { retire } from './retire.ts'
import { otherScope, ownScope, type Scope } from './scope.ts'
import { inSlices } from './slices.ts'

export interface RoundOutcome {
  /** Containers judged. */
  readonly containers: number
  /** Containers with new events. */
  readonly changed: number
  readonly raised: number
  readonly cleared: number
  readonly retracted: number
  /** UTC ms, of the devices with new readings when the round began. */
  readonly newestReadingAt: number | null
}

export interface RoundDependencies extends Sources {
  readonly fleetReader: FleetReader
  readonly outdoor: Outdoor | undefined
}

/** What one round leaves for the next. */
export interface RoundMemory {
  /** The tick at which every container was judged last. */
  tick: number | undefined
  /** The latest tick so far; it may have been set back since, when readings lag behind. */
  judgedUntil: number
  /** Containers judged and devices heard since the start. */
  readonly known: Set<string>
  readonly devices: Set<string>
}

export const freshMemory = (): RoundMemory => ({
  tick: undefined,
  judgedUntil: 0,
  known: new Set(),
  devices: new Set(),
})

/** What is accepted may be this far ahead of the clock. */
const AHEAD_MS = 10 * 60_000
const CACHED_DAYS = 2

/**
 * @param now UTC ms: the clock
 * @param judgedAt given the newest reading of this round, the time to judge at: `now`, unless readings lag behind
 */
export async function runRound(
  dependencies: RoundDependencies,
  memory: RoundMemory,
  now: number,
  judgedAt: (newestReadingAt: number | null) => number,
): Promise<RoundOutcome> {
  const { telemetry, registry, hours, outdoor } = dependencies
  const claimed = await claim(telemetry, registry, now)
  const fleet = await readFleet(dependencies, memory, claimed)
  const own = ownScope(claimed, fleet)
  const folded = await foldContainers(own, fleet, dependencies, now + AHEAD_MS)

  const newestReadingAt = newestOf(claimed)
  const tick = fullHour(judgedAt(newestReadingAt))
  const hourIsOver = tick !== memory.tick
  if (hourIsOver) await outdoor?.refresh()
  const besides = hourIsOver ? fleet.active : fleet.active.filter(({ id }) => !memory.known.has(id))
  const judgedUntil = Math.max(tick, fullHour(now), memory.judgedUntil)
  const others = otherScope(own, besides, fleet, { tick, judgedUntil })
  for (const [id, other] of await foldContainers(others, fleet, dependencies, now + AHEAD_MS))
    folded.set(id, other)

  await loadNeighbours(folded, fleet, hours)
  const told = await judgeAndKeep(folded, own, fleet, dependencies, tick)
  if (hourIsOver) told.push(...(await retire(registry, fleet, tick)))
  await settle(claimed, telemetry, registry)

  hours.trim(Math.floor(tick / DAY_MS) - CACHED_DAYS)
  memory.tick = tick
  memory.judgedUntil = judgedUntil
  for (const id of folded.keys()) memory.known.add(id)
  const count = (status: Alert['status']) => told.filter((alert) => alert.status === status).length
  return {
    containers: folded.size,
    changed: own.size,
    raised: count('open'),
    cleared: count('cleared'),
    retracted: count('retracted'),
    newestReadingAt,
  }
}

const fullHour = (at: number): number => Math.floor(at / HOUR_MS) * HOUR_MS

/** Seats are read again when somebody moved one, and once for each device that nobody knew. */
async function readFleet(
  { fleetReader }: RoundDependencies,
  memory: RoundMemory,
  { dirty, touched }: Claimed,
): Promise<Fleet> {
  if (touched.length > 0 || dirty.some(({ deviceId }) => !memory.devices.has(deviceId)))
    fleetReader.forgetSeats()
  for (const { deviceId } of dirty) memory.devices.add(deviceId)
  return fleetReader.read()
}

/** As of the claim: what came while some were folded already is not in all of them. */
const newestOf = ({ dirty }: Claimed): number | null =>
  dirty.reduce<number | null>(
    (newest, { newestAt }) => (newestAt === null ? newest : Math.max(newestAt, newest ?? newestAt)),
    null,
  )

/** Brings the hours of all neighbours here, from where each container's own hours begin to be judged. */
async function loadNeighbours(
  folded: ReadonlyMap<string, FoldedContainer>,
  fleet: Fleet,
  hours: HoursCache,
): Promise<void> {
  const from = new Map<string, number>()
  // A neighbour's hour may stand for the next ones, over midnight too.
  for (const [id, { fromDay }] of folded)
    for (const neighbour of fleet.neighbours(id))
      from.set(neighbour, Math.min(fromDay - 1, from.get(neighbour) ?? fromDay))
  for (const [day, neighbours] of Map.groupBy(from, ([, first]) => first))
    await hours.load(
      neighbours.map(([id]) => id),
      day,
    )
}

/** @returns the alerts that changed */
async function judgeAndKeep(
  folded: ReadonlyMap<string, FoldedContainer>,
  own: Scope,
  fleet: Fleet,
  { registry, hours, outdoor }: RoundDependencies,
  tick: number,
): Promise<Alert[]> {
  const told: Alert[] = []
  const daysOf = ([
    ,
    {
      folded: { days },
    },
  ]: readonly [string, FoldedContainer]) => days.size
  await inSlices([...folded], daysOf, async (slice) => {
    const folds: FoldChange[] = []
    const states: StateChange[] = []
    for (const [id, container] of slice) {
      const registered = fleet.containers.get(id)
      if (registered === undefined) continue
      const judged = judgeContainer(registered, container, { fleet, hours, outdoor, tick })
      states.push(judged.change)
      if (own.has(id) || hasNewCheckpoints(container))
        folds.push(foldChangeOf(id, container, judged.rules, tick))
    }
    if (folds.length > 0) await registry.folds.save(folds)
    told.push(...(await registry.states.apply(states, tick)))
  })
  return told
}

const hasNewCheckpoints = ({ start, folded }: FoldedContainer): boolean =>
  folded.checkpoints.some(({ at }) => at !== start.at)
