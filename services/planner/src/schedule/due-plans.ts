// Plans that are due: by the schedule, or because they were left unfinished. One stays due until it is
// made or need not be, so a database that is away at that minute costs no day its plan.
import type { PlanRequest } from '@bakwacht/planning'
import { PlanFailed } from '../plan-errors.ts'
import type { PlanTimes } from './plan-times.ts'

/** Doubled each time: five more attempts within some ten minutes. */
const RETRY_AFTER_MS = 20_000
const ATTEMPTS = 6

export interface DuePlansDependencies {
  readonly times: PlanTimes
  /** Asked at the first look. */
  readonly unfinished: () => Promise<readonly PlanRequest[]>
  /** The date to plan, if any, for a due time; `missed`: it was due before the first look. */
  readonly dateFor: (dueAt: number, missed: boolean) => Promise<string | undefined>
  readonly make: (request: PlanRequest) => Promise<unknown>
  /** Told of what is not known of already, and does not hinder the others. */
  readonly onError: (error: unknown) => void
  readonly clock: () => number
}

export class DuePlans {
  readonly #given: DuePlansDependencies
  #lookedAt: number | undefined
  #isFirst = true
  #failures = 0
  #notBefore = Number.NEGATIVE_INFINITY

  /** @param emptyAt until when there was no fleet, so that no plan was missed. UTC ms */
  constructor(given: DuePlansDependencies, emptyAt?: number) {
    this.#given = given
    this.#lookedAt = emptyAt
    this.#isFirst = emptyAt === undefined
  }

  /** Makes what is due now. @throws what hindered it: then it is due at the next look as well */
  async look(): Promise<void> {
    const now = this.#given.clock()
    if (now < this.#notBefore) return
    try {
      await this.#makeDue(now)
    } catch (error) {
      if (!(error instanceof PlanFailed)) throw error
      if (++this.#failures < ATTEMPTS) {
        this.#notBefore = now + RETRY_AFTER_MS * 2 ** (this.#failures - 1)
        throw error
      }
    }
    this.#lookedAt = now
    this.#isFirst = false
    this.#failures = 0
  }

  async #makeDue(now: number): Promise<void> {
    const { times, unfinished, dateFor, make, onError } = this.#given
    const dueAt = times.lastDue(this.#lookedAt ?? Number.NEGATIVE_INFINITY, now)
    if (this.#isFirst) for (const request of await unfinished()) await make(request).catch(onError)
    if (dueAt === undefined) return
    const date = await dateFor(dueAt, this.#isFirst)
    if (date !== undefined) await make({ date, depotId: null })
  }
}
