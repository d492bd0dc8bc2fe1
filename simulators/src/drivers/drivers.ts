// Drivers who do what was approved: at each stop's departure they empty the bin and say so. What people
// report, with the driver's page say, has happened in the world too.
import { type ApiClient, ApiProblem } from '../backend/api-client.ts'
import type { Collected } from '../world/bin.ts'
import { randomFor } from '../world/random.ts'
import { type Run, runsIn, type Stop } from './run.ts'
import { resultOf } from './stop-result.ts'

export interface DriversOptions {
  readonly api: ApiClient
  readonly seed: number
  /** Empties a bin of the world; undefined where there is none of this id. */
  readonly binOf: (containerId: string) => { empty(at: number): Collected } | undefined
}

const GONE = new Set([404, 409, 410, 422])
/** A run belongs to the day it began on; nobody drives longer into the next one. */
const LONGEST_AFTER_MIDNIGHT_MS = 6 * 3_600_000
const DRIVEN = new Set(['approved', 'started'])

export class Drivers {
  readonly #options: DriversOptions
  /** Results not yet taken by the backend: the bin is empty already, the same words go out again. */
  readonly #unsent = new Map<string, { readonly path: string; readonly body: object }>()
  readonly #served = new Set<string>()
  #looked = false
  #results = 0

  constructor(options: DriversOptions) {
    this.#options = options
  }

  /** Results that the backend has taken. */
  get results(): number {
    return this.#results
  }

  /**
   * Looks at the day's runs and reports every stop whose departure has come.
   * @throws what the backend answers; the next round tries again with the same key
   */
  async round(now: number): Promise<void> {
    await this.#sendUnsent()
    const runs = await this.#runsOn(localDate(now - LONGEST_AFTER_MIDNIGHT_MS), localDate(now))
    this.#heed(runs, now)
    for (const run of runs.filter(({ status }) => DRIVEN.has(status)))
      for (const stop of run.stops)
        if (stop.outcome === undefined && stop.departure <= now) await this.#serve(run, stop)
  }

  /** Empties what somebody else emptied since the last look. What was told before the first is long past. */
  #heed(runs: readonly Run[], now: number): void {
    for (const run of runs)
      for (const { id, outcome, containerId } of run.stops) {
        const key = `${run.id}/${id}`
        if (outcome === undefined || this.#served.has(key)) continue
        this.#served.add(key)
        if (this.#looked && outcome === 'emptied' && containerId !== undefined)
          this.#options.binOf(containerId)?.empty(now)
      }
    this.#looked = true
  }

  async #runsOn(...dates: readonly string[]): Promise<readonly Run[]> {
    const answers: (readonly Run[])[] = []
    for (const date of new Set(dates))
      answers.push(runsIn((await this.#options.api.get(`/runs?date=${date}&limit=200`)) ?? {}))
    return answers.flat()
  }

  async #serve(run: Run, stop: Stop): Promise<void> {
    const key = `${run.id}/${stop.id}`
    if (this.#served.has(key)) return
    this.#served.add(key)
    const { binOf, seed } = this.#options
    const bin = stop.containerId === undefined ? undefined : binOf(stop.containerId)
    const body = resultOf(
      stop,
      bin === undefined ? undefined : () => bin.empty(stop.departure),
      randomFor(seed, 'driver', key),
    )
    const path = `/runs/${encodeURIComponent(run.id)}/stops/${encodeURIComponent(stop.id)}/result`
    this.#unsent.set(key, { path, body })
    await this.#sendUnsent()
  }

  async #sendUnsent(): Promise<void> {
    for (const [key, { path, body }] of this.#unsent) {
      try {
        await this.#options.api.post(path, body, key)
        this.#results++
      } catch (error) {
        // The run changed meanwhile: nobody wants this result any more.
        if (!(error instanceof ApiProblem && GONE.has(error.status))) throw error
      }
      this.#unsent.delete(key)
    }
  }
}

const brussels = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' })
const localDate = (at: number): string => brussels.format(at)
