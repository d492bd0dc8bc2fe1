// A run as its driver sees it: what the service knows, and over it what the phone has not sent yet.
import type { Run, Stop } from '@bakwacht/api/contract'
import type { Kept, KeptRun, Tap, Word } from '../kept/kept.ts'

export interface DrivenStop {
  readonly stop: Stop
  /** From 1: the place among the stops as they are now. */
  readonly place: number
  readonly note: string | null
  /** The last word about it; null: none yet. */
  readonly word: (Pick<Word, 'outcome'> & Partial<NonNullable<Stop['result']>>) | null
  /** The service has it; false: still on the phone. */
  readonly sent: boolean
  /** Something noticed there, which goes along with the answer. */
  readonly remark: string | null
}

export function drivenStops(kept: KeptRun, { taps, remarks }: Kept): readonly DrivenStop[] {
  const own = <About extends { readonly runId: string }>(list: readonly About[]) =>
    list.filter(({ runId }) => runId === kept.id)
  const waiting = new Map(
    own(taps)
      .filter(isWaiting)
      .map((tap) => [tap.stopId, tap.word]),
  )
  const noticed = new Map(own(remarks).map(({ stopId, text }) => [stopId, text]))
  return kept.run.stops.map((stop, index) => {
    const word = waiting.get(stop.id)
    return {
      stop,
      place: index + 1,
      note: kept.notes[stop.id] ?? null,
      word: (word as DrivenStop['word']) ?? stop.result,
      sent: word === undefined,
      remark: noticed.get(stop.id) ?? null,
    }
  })
}

const isWaiting = ({ refusal }: Tap) => refusal === null

/** Where to go now: as the driver chose, or the first in order that has no answer. */
export const currentStop = (
  stops: readonly DrivenStop[],
  chosen: string | null,
): DrivenStop | undefined =>
  stops.find(({ stop }) => stop.id === chosen) ?? stops.find(({ word }) => word === null)

/** The one after it that has no answer. */
export const stopAfter = (
  stops: readonly DrivenStop[],
  current: DrivenStop,
): DrivenStop | undefined =>
  [...stops.slice(current.place), ...stops.slice(0, current.place)].find(
    ({ word, place }) => word === null && place !== current.place,
  )

/** Whether a driver has to look again: stops came, went or changed places. */
export const isChanged = (before: Run, after: Run): boolean =>
  before.stops.length !== after.stops.length ||
  before.stops.some(({ id }, index) => after.stops[index]?.id !== id)
