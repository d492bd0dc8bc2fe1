// Where the phone keeps runs and taps. Every change is whole, or did not happen.
import type { Run } from '@bakwacht/api/contract'
import type { Kept, KeptRun, NewTap, Remark, Tap, TapChange } from './kept.ts'

export interface Shelf {
  /** False: it is gone when the page is closed. */
  readonly lasting: boolean
  all(): Promise<Kept>
  keepRun(run: KeptRun): Promise<void>
  /** Nothing happens if the run is not there. */
  changeRun(id: string, change: (kept: KeptRun) => KeptRun): Promise<void>
  /** With all that was kept of it, unless a tap still waits: another tab may have added one just now. */
  forgetRun(id: string): Promise<void>
  addTap(tap: NewTap): Promise<void>
  /** The service has it: it is taken off together with what it settles, and the run kept as it now is. */
  settle(tap: Tap, run: Run): Promise<void>
  /** Nothing happens if the tap is not there. */
  changeTap(order: number, change: TapChange): Promise<void>
  dropTap(order: number): Promise<void>
  /** Instead of the stop's remark before. */
  keepRemark(remark: Remark): Promise<void>
}
