// What other settings would have said of the containers: their last two weeks are folded and judged
// again as in a round, beside each other, and nothing is kept.
import { isDeepStrictEqual } from 'node:util'
import { type ContainerState, DAY_MS, LATE_AFTER_MS, type Settings } from '@bakwacht/domain'
import type { Registry, StateChange } from '@bakwacht/registry'
import type { TelemetryStore } from '@bakwacht/telemetry'
import { FleetReader } from '../fleet.ts'
import { HoursCache } from '../hours-cache.ts'
import type { Outdoor } from '../outdoor/outdoor.ts'
import { foldAndJudge } from '../round/fold-and-judge.ts'
import { judgePart } from '../round/judge-part.ts'
import { AHEAD_MS } from '../round/round.ts'

/** Checkpoints are kept so far back, for events as late as that. */
const JUDGED_AGAIN_MS = LATE_AFTER_MS
/** Days of containers between two turns of all others on this thread. */
const PART_DAYS = 40

interface JudgingDependencies {
  readonly telemetry: TelemetryStore
  readonly registry: Registry
  readonly timezone: string
  readonly outdoor: Outdoor | undefined
}

interface Moment {
  /** UTC ms: the clock. */
  readonly now: number
  /** UTC ms, a full hour: judged is what is known of the time before it. */
  readonly tick: number
}

/**
 * The active containers of which these settings, in force for two weeks, would say something else than those
 * that stand, in force for as long: judged twice from the same readings, so that the difference is the
 * settings' doing. What was carried into the two weeks (a mould index, an open alert) counts as it stands.
 * @param signal nobody waits for it any more
 * @returns as states.apply would take them; of the alerts those of fire alone: no plan looks at others
 * @throws the signal's reason, between two parts
 */
export async function judgeOtherwise(
  settings: Settings,
  moment: Moment,
  dependencies: JudgingDependencies,
  signal: AbortSignal,
): Promise<readonly StateChange[]> {
  const { registry } = dependencies
  const [standing, containers, states] = await Promise.all([
    registry.settings.current(),
    registry.containers.all(),
    registry.states.all(),
  ])
  const stored = new Map(states.map((state) => [state.containerId, state]))
  // A fire that is over leaves no trace in a state.
  const fireIsOther = !isDeepStrictEqual(settings.fire, standing.fire)
  const everyone = containers.filter(({ active }) => active).map(({ id }) => id)

  const otherwise = await judged(
    everyone,
    settings,
    ({ state }) => fireIsOther || !saysTheSame(state, stored.get(state.containerId)),
  )
  const asItStands = await judged([...otherwise.keys()], standing, () => true)
  return [...otherwise].flatMap(([id, change]) => {
    const now = asItStands.get(id)
    const isSame =
      saysTheSame(change.state, now?.state) && isDeepStrictEqual(change.episodes, now?.episodes)
    return isSame ? [] : [change]
  })

  async function judged(
    ids: readonly string[],
    by: Settings,
    isWanted: (change: StateChange) => boolean,
  ): Promise<ReadonlyMap<string, StateChange>> {
    const found = new Map<string, StateChange>()
    await judgeAgain(ids, by, moment, dependencies, (change) => {
      signal.throwIfAborted()
      if (isWanted(change)) found.set(change.state.containerId, change)
    })
    return found
  }
}

async function judgeAgain(
  containerIds: readonly string[],
  settings: Settings,
  { now, tick }: Moment,
  { telemetry, registry, timezone, outdoor }: JudgingDependencies,
  onJudged: (change: StateChange) => void,
): Promise<void> {
  const fleet = await new FleetReader({ registry, timezone }).read(settings)
  const hours = new HoursCache(registry.folds)
  const work = {
    scope: new Map(containerIds.map((id) => [id, tick - JUDGED_AGAIN_MS])),
    until: now + AHEAD_MS,
    partDays: PART_DAYS,
    // There is no next round that would want them.
    hoursKeptFrom: Math.floor(now / DAY_MS) + 2,
  }
  const surroundings = { fleet, hours, outdoor, tick }
  await foldAndJudge(work, { telemetry, registry, hours }, surroundings, async (part) => {
    for (const { change } of (await judgePart(part, surroundings)).values())
      onJudged({ ...change, episodes: change.episodes.filter(({ kind }) => kind === 'fire') })
  })
}

const saysTheSame = (state: ContainerState, other: ContainerState | undefined): boolean =>
  other !== undefined &&
  isDeepStrictEqual({ ...state }, { ...other, evaluatedAt: state.evaluatedAt })
