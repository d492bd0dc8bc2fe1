// A fault stands between a sensor and its radio: it changes, holds, repeats or adds emissions.
// It knows simulated time only, and draws from its own seeded stream.
import type { Emission } from '../device/emission.ts'
import type { Random } from '../world/random.ts'

/** Called with what one measurement gave; what it returns goes on to the next fault. */
export type Fault = (emissions: readonly Emission[], at: number) => readonly Emission[]

export interface FaultContext {
  readonly random: Random
  /** The simulated past: a fault that comes once comes in here. */
  readonly startAt: number
  readonly endAt: number
  /** Ground truth. */
  readonly note: (at: number, detail: Readonly<Record<string, number | string>>) => void
}

export interface FaultKind {
  /** One line for `--help`. */
  readonly help: string
  /** Share of the devices that have it when nothing else is said. */
  readonly share: number
  readonly begin: (context: FaultContext) => Fault
}

export const noFault: Fault = (emissions) => emissions

/** The faults one after the other. */
export const chained = (faults: readonly Fault[]): Fault =>
  faults.length === 0
    ? noFault
    : (emissions, at) =>
        faults.reduce<readonly Emission[]>((passing, fault) => fault(passing, at), emissions)

/** Changes single readings and leaves all else as it is. */
export const onReadings =
  (change: (reading: ReadingOf, at: number) => ReadingOf): Fault =>
  (emissions, at) =>
    emissions.map((emission) =>
      emission.kind === 'reading'
        ? { ...emission, reading: change(emission.reading, at) }
        : emission,
    )

type ReadingOf = Extract<Emission, { kind: 'reading' }>['reading']
