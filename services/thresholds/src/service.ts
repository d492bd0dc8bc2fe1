// Thresholds: turns new readings into states and alerts, round by round.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Settings } from '@bakwacht/domain'
import type { Registry, StateChange } from '@bakwacht/registry'
import type { Log } from '@bakwacht/runtime'
import type { TelemetryStore } from '@bakwacht/telemetry'
import { type AlarmWebhook, createAlarmWebhook } from './alarm/alarm-webhook.ts'
import { FleetReader } from './fleet.ts'
import { HoursCache } from './hours-cache.ts'
import type { Outdoor } from './outdoor/outdoor.ts'
import { createPace, type Pace } from './pace.ts'
import { freshMemory, fullHour, type RoundOutcome, runRound } from './round/round.ts'
import { judgeOtherwise } from './trial/judge-otherwise.ts'

export interface ThresholdsDependencies {
  readonly telemetry: TelemetryStore
  readonly registry: Registry
  readonly clock: () => number
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>
  readonly timezone: string
  /** Told of alarms. */
  readonly alarmWebhook?: string | undefined
  readonly outdoor?: Outdoor | undefined
  /** Days of containers folded at a time; 200 unless given. */
  readonly partDays?: number
}

export interface Thresholds {
  /**
   * Folds all that is new and judges it at the full hour before `now`. Rounds never overlap.
   * @param until UTC ms: what was observed from then on waits for the next round; without it nothing does
   */
  round(now: number, until?: number): Promise<RoundOutcome>
  /**
   * The containers of which other settings would say something else, as `states.apply` would take them, with
   * alerts of fire alone. Reads beside the rounds and keeps nothing.
   * @throws the signal's reason, or that the service was stopped
   */
  judgeOtherwise(settings: Settings, signal?: AbortSignal): Promise<readonly StateChange[]>
  /** Rounds, and alarms delivered, about every second until `stop`. */
  start(): void
  /** Resolves when the round under way is over, and all judging. */
  stop(): Promise<void>
  readonly counters: Readonly<ThresholdsCounters>
}

export interface ThresholdsCounters {
  rounds: number
  failedRounds: number
  containersJudged: number
  alertsRaised: number
  alertsCleared: number
  alertsRetracted: number
}

const BETWEEN_ROUNDS_MS = 1000
const LONGEST_BREATH_MS = 2000
const LONGEST_PAUSE_MS = 30_000
const PART_DAYS = 200

/** One process at a time: a container is judged beside its neighbours, whoever had their readings. */
export function createThresholds(dependencies: ThresholdsDependencies): Thresholds {
  const { registry, clock, log, outdoor } = dependencies
  const rounds = roundsOf(dependencies)
  const counters: ThresholdsCounters = {
    rounds: 0,
    failedRounds: 0,
    containersJudged: 0,
    alertsRaised: 0,
    alertsCleared: 0,
    alertsRetracted: 0,
  }
  const stopping = new AbortController()
  let running: Promise<void> | undefined
  let queue: Promise<unknown> = Promise.resolve()
  const trials = new Set<Promise<unknown>>()

  return {
    round: (now, until) =>
      inTurn(now, () => ({ judgedAt: now, ...(until !== undefined && { until }) })),
    async judgeOtherwise(settings, asker) {
      const signal = AbortSignal.any([stopping.signal, ...(asker ? [asker] : [])])
      const moment = { now: clock(), tick: rounds.lastTick() ?? fullHour(clock()) }
      const trial = judgeOtherwise(settings, moment, { ...dependencies, outdoor }, signal)
      trials.add(trial)
      return trial.finally(() => trials.delete(trial))
    },
    start() {
      running ??= run()
    },
    async stop() {
      stopping.abort()
      await running
      await queue.catch(() => {})
      await Promise.allSettled(trials)
    },
    counters,
  }

  async function run(): Promise<void> {
    const pace = createPace(clock)
    let webhook: AlarmWebhook | undefined
    let failures = 0
    while (!stopping.signal.aborted) {
      const startedAt = clock()
      let isStage = false
      try {
        webhook ??= await webhookOf(dependencies)
        isStage = (await inTurn(startedAt, pace)).isStage
        await webhook?.deliver()
        failures = 0
      } catch (err) {
        failures++
        counters.failedRounds++
        log.error({ err, failures }, 'round failed')
      }
      // A round that took long leaves as long to others on this thread, but not so long that what
      // streams in meanwhile makes the next one longer again.
      const breathMs = Math.min(clock() - startedAt, LONGEST_BREATH_MS)
      const leastMs = isStage ? 0 : BETWEEN_ROUNDS_MS * 2 ** failures
      const pauseMs = Math.max(leastMs, breathMs)
      await pause(Math.min(pauseMs, LONGEST_PAUSE_MS))
    }
  }

  function inTurn(now: number, pace: Pace): Promise<RoundOutcome> {
    const next = queue.catch(() => {}).then(() => rounds.run(now, pace))
    queue = next
    return next.then((outcome) => {
      counters.rounds++
      counters.containersJudged += outcome.containers
      counters.alertsRaised += outcome.raised
      counters.alertsCleared += outcome.cleared
      counters.alertsRetracted += outcome.retracted
      return outcome
    })
  }

  async function pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: stopping.signal, ref: false }).catch(() => {})
  }

  async function webhookOf({ alarmWebhook: url, timezone }: ThresholdsDependencies) {
    if (url === undefined) return undefined
    return createAlarmWebhook({ events: registry.events, url, timezone, clock, log })
  }
}

/** Rounds with one memory. After a failure it is forgotten: what was half done is done again. */
function roundsOf({
  telemetry,
  registry,
  timezone,
  outdoor,
  partDays = PART_DAYS,
}: ThresholdsDependencies) {
  const begin = () => ({
    dependencies: {
      telemetry,
      registry,
      outdoor,
      partDays,
      fleetReader: new FleetReader({ registry, timezone }),
      hours: new HoursCache(registry.folds),
    },
    memory: freshMemory(),
  })
  let state = begin()
  return {
    /** The tick that was judged at last; `undefined`: none since the start, or since a failure. */
    lastTick: () => state.memory.tick,
    async run(now: number, pace: Pace): Promise<RoundOutcome> {
      try {
        return await runRound(state.dependencies, state.memory, now, pace)
      } catch (err) {
        state = begin()
        throw err
      }
    },
  }
}
