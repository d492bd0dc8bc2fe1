// What was decided along a label: which acts, in which order, each within which window.

export interface Act {
  /** Held: waiting for the trip's release, before it leaves. */
  readonly kind: 'job' | 'unload' | 'break' | 'hold'
  /** Of the visit, or of the vehicle's break. */
  readonly index: number
  readonly location: number
  readonly durationS: number
  /** Start of the window that was chosen. */
  readonly opens: number
}

const NONE = 0

/** Recorded only while a timetable is made; the search itself runs without. */
export class Trace {
  readonly #acts: { readonly act: Act; readonly before: number }[] = []

  /** The trace of `before` with one act more. */
  add(act: Act, before: number): number {
    return this.#acts.push({ act, before })
  }

  /** All acts up to `trace`, first to last. */
  read(trace: number): Act[] {
    const acts: Act[] = []
    let at = trace
    while (at !== NONE) {
      const entry = this.#acts[at - 1]
      if (entry === undefined) break
      acts.push(entry.act)
      at = entry.before
    }
    return acts.reverse()
  }
}
