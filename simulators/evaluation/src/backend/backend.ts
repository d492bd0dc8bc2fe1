// The product's own understanding of the fleet, in memory: decode, fold, judge. Nothing here but what the
// services do between the radio and the states; it hears messages and results, and knows the register.
import {
  assembleState,
  beforeAnyHour,
  type Container,
  type ContainerState,
  type Foresight,
  fleetHabitOf,
  foldConfigOf,
  HOUR_MS,
  judge,
  neighboursOf,
  nextVisitAfterComingRun,
} from '@bakwacht/domain'
import type { DriverResult, Message } from '../boundary/policy.ts'
import type { Register } from '../boundary/register.ts'
import { ContainerFold } from './container-fold.ts'
import { Inbox } from './inbox.ts'

interface Known {
  readonly container: Container
  readonly fold: ContainerFold
  readonly inbox: Inbox
}

export class Backend {
  readonly #register: Register
  readonly #known: ReadonlyMap<string, Known>
  readonly #byDevice: ReadonlyMap<string, Known>
  readonly #neighbours: ReadonlyMap<string, readonly string[]>
  readonly #nextVisits = new Map<number, number>()
  readonly #foresight: Foresight

  /** @param startAt UTC ms: since when the devices have been sitting in their containers */
  constructor({
    register,
    startAt,
  }: {
    readonly register: Register
    readonly startAt: number
  }) {
    const { containers, devices, settings, timezone } = register
    this.#register = register
    this.#foresight = { fleet: fleetHabitOf(settings), timezone }
    this.#known = new Map(
      containers.map((container) => {
        const fold = new ContainerFold(foldConfigOf(container, settings, timezone))
        const deviceId = devices.get(container.id)
        if (deviceId !== undefined)
          fold.add({ kind: 'seated', at: startAt, deviceId, registeredAt: startAt })
        return [container.id, { container, fold, inbox: new Inbox({ deviceId: deviceId ?? '' }) }]
      }),
    )
    this.#byDevice = new Map(
      [...devices].flatMap(([containerId, deviceId]) => {
        const known = this.#known.get(containerId)
        return known === undefined ? [] : [[deviceId, known] as const]
      }),
    )
    this.#neighbours = neighboursOf(containers, settings.damp.neighbourKm)
  }

  hear(messages: readonly Message[]): void {
    for (const message of messages) {
      const known = this.#byDevice.get(message.deviceId)
      for (const reading of known?.inbox.take(message) ?? [])
        known?.fold.add({ kind: 'reading', at: reading.observedAt, reading })
    }
  }

  told(results: readonly DriverResult[]): void {
    for (const { containerId, stopId, at, outcome } of results)
      this.#known.get(containerId)?.fold.add({ kind: 'result', at, stopId, outcome })
  }

  /** The clean signal alone: no alerts that need neighbours. */
  fillStates(now: number): readonly ContainerState[] {
    const { settings } = this.#register
    return [...this.#known.values()].map(({ container, fold, inbox }) => {
      const { folded } = fold.fold(now)
      fold.keep(undefined, now)
      inbox.trim()
      return assembleState(
        container,
        folded.state,
        beforeAnyHour,
        folded.episodes,
        now,
        settings,
        this.#foresight,
      )
    })
  }

  /** Everything: fill, damp, health. */
  states(now: number): readonly ContainerState[] {
    const tick = Math.floor(now / HOUR_MS) * HOUR_MS
    const folded = [...this.#known.values()].map((known) => ({ known, ...known.fold.fold(now) }))
    return folded.map(({ known: { container, fold, inbox }, folded, rules: start }) => {
      const surroundings = {
        neighbours: this.#seriesAround(container.id),
        nextVisitAt: (hour: number) => this.#nextVisitAt(hour),
        foresight: this.#foresight,
      }
      const { settings } = this.#register
      const { rules, state } = judge(container, start, folded, surroundings, tick, settings)
      fold.keep(rules, now)
      inbox.trim()
      return state
    })
  }

  #seriesAround(containerId: string) {
    const ids = this.#neighbours.get(containerId) ?? []
    return ids.flatMap((id) => this.#known.get(id)?.fold.series ?? [])
  }

  #nextVisitAt(hour: number): number {
    const known = this.#nextVisits.get(hour)
    if (known !== undefined) return known
    const { calendar, depot, timezone } = this.#register
    const at = nextVisitAfterComingRun((hour + 1) * HOUR_MS, calendar, depot.id, timezone)
    this.#nextVisits.set(hour, at)
    return at
  }
}
