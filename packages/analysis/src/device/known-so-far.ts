// What the service would have known of one container by a certain time: its own folds, fed with the
// readings observed until then, from one day's end to the next as from checkpoint to checkpoint.
import {
  type AlertEpisode,
  beforeAnyEvent,
  type Emptying,
  type FoldConfig,
  type FoldEvent,
  type Folded,
  type FoldState,
  foldEvents,
  type MouldSurface,
  type Reading,
} from '@bakwacht/domain'
import { climateAt, climateWith, type HeldClimate, noClimate } from './held-climate.ts'
import { MergedHours } from './merged-hours.ts'

export class KnownSoFar {
  readonly #config: FoldConfig
  readonly #surface: MouldSurface
  readonly #hours = new MergedHours()
  /** By when they became known: one that later readings confirm comes again in its new words. */
  readonly #emptyings = new Map<number, Emptying>()
  readonly #ended: AlertEpisode[] = []
  #lasting: readonly AlertEpisode[] = []
  #state: FoldState = beforeAnyEvent
  #climate: HeldClimate = noClimate

  constructor(config: FoldConfig, surface: MouldSurface) {
    this.#config = config
    this.#surface = surface
  }

  get state(): FoldState {
    return this.#state
  }

  /** @param next a reading at the very instant that is known until: its air holds from then on */
  climateWith(next: Reading | undefined): HeldClimate {
    return next === undefined ? this.#climate : climateWith(this.#climate, next, this.#surface)
  }

  /** As if all had been folded at once. */
  get folded(): Folded {
    return {
      state: this.#state,
      checkpoints: [],
      episodes: [...this.#ended, ...this.#lasting],
      emptyings: [...this.#emptyings.values()],
      days: this.#hours.days,
    }
  }

  /**
   * @param readings in observed order, all before `until` and none before the last `until`
   * @param until UTC ms
   */
  learn(readings: readonly Reading[], until: number): void {
    const folded = foldEvents(this.#state, this.#eventsOf(readings), this.#config)
    this.#state = folded.state
    this.#hours.add(folded.days)
    for (const emptying of folded.emptyings) this.#emptyings.set(emptying.knownAt, emptying)
    this.#ended.push(...folded.episodes.filter(({ clearedAt }) => clearedAt !== null))
    this.#lasting = folded.episodes.filter(({ clearedAt }) => clearedAt === null)

    for (const reading of readings)
      this.#climate = climateWith(this.#climate, reading, this.#surface)
    this.#climate = climateAt(this.#climate, until, this.#surface)
  }

  /** The device comes with its first reading. */
  #eventsOf(readings: readonly Reading[]): FoldEvent[] {
    const events = readings.map(
      (reading): FoldEvent => ({ kind: 'reading', at: reading.observedAt, reading }),
    )
    const [first] = readings
    if (this.#state.deviceId !== null || first === undefined) return events
    const { observedAt: at, deviceId } = first
    return [{ kind: 'seated', at, deviceId, registeredAt: at }, ...events]
  }
}
