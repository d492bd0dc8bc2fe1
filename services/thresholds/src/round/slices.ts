import { setImmediate } from 'node:timers/promises'

/**
 * Goes through items in slices; between two of them whatever else waits on this thread runs.
 * @param sliceDays days of containers that a slice holds, or a few more
 * @param daysOf how many days of an item the work goes through, at least
 */
export async function inSlices<Item>(
  items: Iterable<Item>,
  sliceDays: number,
  daysOf: (item: Item) => number,
  work: (slice: readonly Item[]) => Promise<void>,
): Promise<void> {
  let slice: Item[] = []
  let days = 0
  for (const item of items) {
    slice.push(item)
    days += 1 + daysOf(item)
    if (days < sliceDays) continue
    await work(slice)
    await setImmediate()
    slice = []
    days = 0
  }
  if (slice.length > 0) await work(slice)
}
