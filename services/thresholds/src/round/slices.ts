import { setImmediate } from 'node:timers/promises'

/** So many containers at a time; between two slices whatever else waits on this thread runs. */
const SLICE = 50

export async function inSlices<Item>(
  items: readonly Item[],
  work: (slice: readonly Item[]) => void | Promise<void>,
): Promise<void> {
  for (let at = 0; at < items.length; at += SLICE) {
    await work(items.slice(at, at + SLICE))
    await setImmediate()
  }
}
