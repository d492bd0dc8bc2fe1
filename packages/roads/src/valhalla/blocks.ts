/** The items in order, so many at a time; the last block may be smaller. */
export function* blocks<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}
