// One container's events and checkpoints in memory: what is late is folded again from the checkpoint before it,
// as the thresholds service does from its tables.
import {
  beforeAnyEvent,
  beforeAnyHour,
  DAY_MS,
  type FoldConfig,
  type FoldEvent,
  type Folded,
  type FoldState,
  foldEvents,
  type HourlyDay,
  type HourlySeries,
  inObservedOrder,
  LATE_AFTER_MS,
  type RulesRun,
  type RulesState,
} from '@bakwacht/domain'

interface Checkpoint {
  /** UTC ms, a midnight; all events observed before it are in. */
  readonly at: number
  readonly fold: FoldState
  readonly rules: RulesState
}

const KEPT_MS = LATE_AFTER_MS + 2 * DAY_MS

export class ContainerFold {
  readonly #config: FoldConfig
  #events: readonly FoldEvent[] = []
  #checkpoints: readonly Checkpoint[] = [{ at: 0, fold: beforeAnyEvent, rules: beforeAnyHour }]
  #days = new Map<number, HourlyDay>()
  #new: FoldEvent[] = []
  /** UTC ms: what is late is late by the device, which may have been silent for weeks. */
  #newestReadingAt = 0
  #folded: Folded | undefined
  #start: Checkpoint | undefined

  constructor(config: FoldConfig) {
    this.#config = config
  }

  /** What is older than all that is kept is forgotten, as what is late is. */
  add(event: FoldEvent): void {
    if (event.at < this.#first().at) return
    if (event.kind === 'reading') this.#newestReadingAt = Math.max(this.#newestReadingAt, event.at)
    this.#new.push(event)
  }

  /** Its hours, by UTC day. */
  readonly series: HourlySeries = (day) => this.#days.get(day)

  /** Folds what is new. @returns from which rules, and what is folded since then */
  fold(now: number): { readonly folded: Folded; readonly rules: RulesState } {
    const earliest = this.#new.reduce((least, { at }) => Math.min(least, at), now)
    const start = this.#checkpoints.findLast(({ at }) => at <= earliest) ?? this.#first()
    const since = this.#events.findIndex(({ at }) => at >= start.at)
    const before = since < 0 ? this.#events : this.#events.slice(0, since)
    const after = since < 0 ? [] : this.#events.slice(since)
    const events = inObservedOrder([...after, ...this.#new])
    this.#events = [...before, ...events]
    this.#new = []
    const folded = foldEvents(start.fold, events, this.#config)
    for (const [day, hours] of folded.days) this.#days.set(day, hours)
    this.#folded = folded
    this.#start = start
    return { folded, rules: start.rules }
  }

  /** Keeps the checkpoints of what has just been folded, judged or not, and lets go of what is too old. */
  keep(rules: RulesRun | undefined, now: number): void {
    const [folded, start] = [this.#folded, this.#start]
    if (folded === undefined || start === undefined) return
    const made = folded.checkpoints
      .filter(({ at }) => at > start.at && at <= now)
      .map(({ at, state }) => ({
        at,
        fold: state,
        rules: rules?.atMidnight(at) ?? beforeAnyHour,
      }))
    const all = [...this.#checkpoints.filter(({ at }) => at <= start.at), ...made]
    const keptFrom = Math.min(now, this.#newestReadingAt || now) - KEPT_MS
    const oldest = all.findLast(({ at }) => at <= keptFrom) ?? all[0]
    this.#checkpoints = all.filter(({ at }) => at >= (oldest?.at ?? 0))
    this.#events = this.#events.filter(({ at }) => at >= (oldest?.at ?? 0))
    for (const day of this.#days.keys())
      if (day * DAY_MS < keptFrom - DAY_MS) this.#days.delete(day)
  }

  #first(): Checkpoint {
    const [first] = this.#checkpoints
    if (first === undefined) throw new Error('a container keeps at least one checkpoint')
    return first
  }
}
