// What a phone keeps of its runs: enough to drive the day without a signal.
import type { NewStopResult, Problem, Run } from '@bakwacht/api/contract'

/** A run as it was last seen, and what opens it. */
export interface KeptRun {
  readonly id: string
  /**
   * The secret of the driver's link, so that results can be sent whenever there is a signal, from the
   * background too. It opens this one run and nothing else. `null`: the driver is signed in by cookie.
   */
  readonly token: string | null
  readonly run: Run
  readonly vehicleName: string
  /** What drivers should know of a place, by the id of the stop. */
  readonly notes: Readonly<Record<string, string>>
  readonly timezone: string
  /** The language in which its sentences were asked for. */
  readonly language: string
  /** How far the service's clock is ahead of the phone's, ms. */
  readonly aheadMs: number
  /** `over`: to be read no longer, results are still taken. `refused`: the link opens nothing any more. */
  readonly access: 'open' | 'over' | 'refused'
}

/** As it goes over the wire. When it happened is settled at the tap. */
export type Word = NewStopResult & { readonly at: string }

/** A driver's word about a stop, on its way. */
export interface Tap {
  /** They are sent in this order. */
  readonly order: number
  /** Made once; by it the service knows a tap that it was sent twice. */
  readonly key: string
  readonly runId: string
  readonly stopId: string
  /** For people, should the stop be gone when it arrives. */
  readonly stopName: string
  readonly word: Word
  /** The service does not take it, and says why. `null`: not sent yet. */
  readonly refusal: Refusal | null
  /** The service fails at it; it is sent again by itself. Absent: nothing of the kind. */
  readonly faults?: Faults | null
  /** How far the service's clock was believed to be ahead of the phone's when `word.at` was written, ms. */
  readonly aheadMs?: number
}

export type NewTap = Omit<Tap, 'order' | 'refusal' | 'faults'>

/** What has become of a tap since. */
export type TapChange = Partial<Pick<Tap, 'word' | 'refusal' | 'faults' | 'aheadMs'>>

/** Answers that were no word of the service about the tap: faults of its own, or of a proxy on the way. */
export interface Faults {
  readonly tries: number
  /** The last one's. */
  readonly status: number
  /** Others were taken meanwhile: it is this tap at which the service fails. */
  readonly alone: boolean
}

export interface Refusal {
  readonly status: number
  readonly code: Problem['code']
  readonly detail: string
}

/** Something noticed at a stop: it goes along with every answer for it, and so waits for the first. */
export interface Remark {
  readonly runId: string
  readonly stopId: string
  readonly text: string
}

export interface Kept {
  readonly runs: readonly KeptRun[]
  /** In order. */
  readonly taps: readonly Tap[]
  readonly remarks: readonly Remark[]
}

export const NOTHING_KEPT: Kept = { runs: [], taps: [], remarks: [] }

/** The newer of the two: answers may come in another order than they were asked for. */
export const newerRun = (kept: Run, come: Run): Run => (come.version >= kept.version ? come : kept)

/** A later word about a stop stands for all earlier ones, also for those that were refused or failed. */
export const settledBy = (sent: Tap, taps: readonly Tap[]): readonly Tap[] =>
  taps.filter(
    ({ order, runId, stopId }) =>
      order <= sent.order && runId === sent.runId && stopId === sent.stopId,
  )
