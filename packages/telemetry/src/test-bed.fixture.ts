// A place for one test's data, on which stores can be opened again and again.
import type { RecordedLog } from './reading.fixture.ts'
import type { TelemetryStore } from './telemetry-store.ts'

export interface TestBed {
  /** What the stores' clock says; tests move it. */
  now: number
  readonly log: RecordedLog
  /** A store on the same data each time. */
  open(): Promise<TelemetryStore>
  /** Stops what was opened and removes the data. */
  remove(): Promise<void>
}

/** An empty one. */
export type NewTestBed = () => Promise<TestBed>

/** What a test works on: made before each test. */
export interface OpenedStore {
  bed: TestBed
  store: TelemetryStore
}
