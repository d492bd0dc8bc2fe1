import { setImmediate } from 'node:timers/promises'

/** Days of containers at a time: between two slices whatever else waits on this thread runs. */
const DAYS = 200

/** @param daysOf how many days of an item the work goes through, at least */
export async function inSlices<Item>(
  items: readonly Item[],
  daysOf: (item: Item) => number,
  work: (slice: readonly Item[]) => void | Promise<void>,
): Promise<void> {
  let slice: Item[] = []
  let days = 0
  for (const [at, item] of items.entries()) {
    slice.push(item)
    days += 1 + daysOf(item)
    if (days < DAYS && at + 1 < items.length) continue
    await work(slice)
    await setImmediate()
    slice = []
    days = 0
  }
}
