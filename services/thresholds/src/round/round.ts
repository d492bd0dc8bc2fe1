// A round: what is new is folded, then judged beside its neighbours at a full hour, then kept, part by part.
// Whatever happens in between, nothing is settled before it is stored, and doing it twice does no harm.
import { type Alert, DAY_MS, FleetHabitLearner, HOUR_MS, localDate } from '@bakwacht/domain'
import { putHabits } from '@bakwacht/registry'
import { type LearntFrom, learnFromResults } from '../density/learn-from-results.ts'
import type { Fleet, FleetReader } from '../fleet.ts'
import type { Outdoor } from '../outdoor/outdoor.ts'
import type { Pace, Waiting } from '../pace.ts'
import { type Claimed, claim, settle } from './claim.ts'
import { foldAndJudge } from './fold-and-judge.ts'
import type { Sources } from './fold-containers.ts'
import { judgeAndKeep } from './judge-and-keep.ts'
import { retire } from './retire.ts'
import { ownScope, wholeScope } from './scope.ts'

export interface RoundOutcome {
  /** Containers judged. */
  readonly containers: number
  /** Containers with new events. */
  readonly changed: number
  readonly raised: number
  readonly cleared: number
  readonly retracted: number
  /** Whether there was more, which the next round has to look at. */
  readonly isStage: boolean
}

export interface RoundDependencies extends Sources {
  readonly fleetReader: FleetReader
  readonly outdoor: Outdoor | undefined
  /** Days of containers that are folded at a time: bounds memory, and how long others wait for this thread. */
  readonly partDays: number
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
  /** What densities were learnt from last. */
  learntFrom: LearntFrom | undefined
  /** The local date on which it was learnt last how the fleet fills. */
  habitsLearntOn: string | undefined
}

export const freshMemory = (): RoundMemory => ({
  tick: undefined,
  judgedUntil: 0,
  known: new Set(),
  devices: new Set(),
  learntFrom: undefined,
  habitsLearntOn: undefined,
})

/** What is accepted may be this far ahead of the clock. */
export const AHEAD_MS = 10 * 60_000
const CACHED_DAYS = 2

/**
 * @param now UTC ms: the clock
 * @param pace says as of when to judge, and how far to go
 */
export async function runRound(
  dependencies: RoundDependencies,
  memory: RoundMemory,
  now: number,
  pace: Pace,
): Promise<RoundOutcome> {
  const { telemetry, registry, hours, outdoor, partDays } = dependencies
  const claimed = await claim(telemetry, registry, now)
  const fleet = await readFleet(dependencies, memory, claimed)

  const { judgedAt, until } = pace(waitingIn(claimed, fleet))
  const tick = fullHour(judgedAt)
  const hourIsOver = tick !== memory.tick
  if (hourIsOver) await outdoor?.refresh()
  const besides = hourIsOver ? fleet.active : fleet.active.filter(({ id }) => !memory.known.has(id))
  const judgedUntil = Math.max(tick, fullHour(now), memory.judgedUntil)
  const own = ownScope(claimed, fleet, until ?? Number.POSITIVE_INFINITY)
  const scope = wholeScope(own, besides, fleet, { tick, judgedUntil })

  const told = { open: 0, cleared: 0, retracted: 0 }
  const count = (changed: readonly Alert[]) => {
    for (const { status } of changed) told[status]++
  }
  const hoursKeptFrom = Math.floor(tick / DAY_MS) - CACHED_DAYS
  const work = {
    scope,
    until: Math.min(until ?? Infinity, now + AHEAD_MS),
    partDays,
    hoursKeptFrom,
  }
  const today = localDate(tick, fleet.timezone)
  const isNewDay = hourIsOver && memory.habitsLearntOn !== today
  const learner = isNewDay ? new FleetHabitLearner(fleet.settings) : undefined
  const surroundings = { fleet, hours, outdoor, tick, learner }
  await foldAndJudge(work, dependencies, surroundings, async (part) =>
    count(await judgeAndKeep(part, own, dependencies, surroundings)),
  )
  const habits = learner?.learnt
  if (habits !== undefined) await putHabits(registry.learnt, habits, now)
  if (isNewDay) memory.habitsLearntOn = today
  if (hourIsOver) {
    count(await retire(registry, fleet, tick))
    memory.learntFrom = await learnFromResults(registry, fleet.settings, now, memory.learntFrom)
  }
  await settle(claimed, telemetry, registry, until)

  hours.trim(hoursKeptFrom)
  memory.tick = tick
  memory.judgedUntil = judgedUntil
  for (const id of scope.keys()) memory.known.add(id)
  return {
    containers: scope.size,
    changed: own.size,
    raised: told.open,
    cleared: told.cleared,
    retracted: told.retracted,
    isStage: until !== undefined,
  }
}

export const fullHour = (at: number): number => Math.floor(at / HOUR_MS) * HOUR_MS

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
function waitingIn({ dirty }: Claimed, { active }: Fleet): Waiting {
  const heard = dirty.filter(({ newestAt }) => newestAt !== null)
  return {
    oldest: Math.min(...heard.map(({ since }) => since)),
    newest: Math.max(...heard.map(({ newestAt }) => newestAt ?? Number.NEGATIVE_INFINITY)),
    containers: active.length,
  }
}
