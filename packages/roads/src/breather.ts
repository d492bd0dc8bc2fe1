import { setImmediate as others } from 'node:timers/promises'

const SLICE_MS = 8

/**
 * For long work on a thread that others need too: to be called between its steps. Lets the others have the thread
 * when the last time was some milliseconds ago. Throws the signal's reason when it was aborted.
 */
export function breather(signal?: AbortSignal): () => Promise<void> | undefined {
  let since = performance.now()
  return () => (performance.now() - since < SLICE_MS ? undefined : breathe())

  async function breathe(): Promise<void> {
    await others()
    signal?.throwIfAborted()
    since = performance.now()
  }
}
