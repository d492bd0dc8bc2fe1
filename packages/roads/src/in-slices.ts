import { setImmediate as breath } from 'node:timers/promises'

const SLICE_MS = 8

/** Does `work` for 0 … count - 1 and lets others have the thread every few milliseconds. */
export async function inSlices(
  count: number,
  work: (index: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  let began = performance.now()
  for (let index = 0; index < count; index++) {
    work(index)
    if (performance.now() - began < SLICE_MS) continue
    await breath()
    signal?.throwIfAborted()
    began = performance.now()
  }
}
