import { setImmediate } from 'node:timers/promises'

/**
 * Items in slices; before each of them whatever else waits on this thread has its turn.
 * @param sliceDays days of containers that a slice holds, or a few more
 * @param daysOf how many days of an item the work goes through, at least
 */
export async function* slicesOf<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  sliceDays: number,
  daysOf: (item: Item) => number,
): AsyncGenerator<readonly Item[]> {
  let slice: Item[] = []
  let days = 0
  for await (const item of items) {
    slice.push(item)
    days += 1 + daysOf(item)
    if (days < sliceDays) continue
    await setImmediate()
    yield slice
    slice = []
    days = 0
  }
  if (slice.length === 0) return
  await setImmediate()
  yield slice
}
