/** What the source gives, each found when it is first asked for, and once. */
export function remembered<Item>(source: Iterator<Item>): Iterable<Item> {
  const known: Item[] = []
  return {
    *[Symbol.iterator]() {
      for (let i = 0; ; i++) {
        if (i === known.length) {
          const next = source.next()
          if (next.done) return
          known.push(next.value)
        }
        yield known[i] as Item
      }
    },
  }
}
