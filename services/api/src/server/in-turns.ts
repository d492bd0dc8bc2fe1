import { setImmediate as others } from 'node:timers/promises'

const TURN_MS = 8

/**
 * The same as `items.map(of)`, but whoever else wants the thread has it before, after, and every few
 * milliseconds in between.
 */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  of: (item: Item) => Result,
): Promise<Result[]> {
  const results: Result[] = []
  let turnEnds = Number.NEGATIVE_INFINITY
  for (const item of items) {
    if (performance.now() >= turnEnds) {
      await others()
      turnEnds = performance.now() + TURN_MS
    }
    results.push(of(item))
  }
  await others()
  return results
}
