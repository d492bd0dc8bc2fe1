// Where the nodes are that lines are made of: 16 bytes a node, for those alone that were asked for.
// First all ids are noted, then `sorted` once, then positions are set and read by id.

/** Ids to come, in any order and repeatedly. */
export class NodeIds {
  #ids = new Float64Array(1 << 16)
  #count = 0

  add(ids: readonly number[]): void {
    const wanted = this.#count + ids.length
    if (wanted > this.#ids.length) this.#makeRoom(wanted)
    this.#ids.set(ids, this.#count)
    this.#count = wanted
  }

  /** Repeated ids, of which there are few, are taken out before more room is taken. */
  #makeRoom(wanted: number): void {
    this.#count = distinct(this.#ids.subarray(0, this.#count))
    const length = Math.max(wanted, 2 * this.#count)
    if (length <= this.#ids.length) return
    const larger = new Float64Array(length)
    larger.set(this.#ids.subarray(0, this.#count))
    this.#ids = larger
  }

  sorted(): Positions {
    this.#count = distinct(this.#ids.subarray(0, this.#count))
    return new Positions(this.#ids.slice(0, this.#count))
  }
}

/** Sorts them in place, each once at the beginning. @returns how many */
function distinct(ids: Float64Array): number {
  ids.sort()
  let count = 0
  for (const id of ids) if (count === 0 || ids[count - 1] !== id) ids[count++] = id
  return count
}

export class Positions {
  readonly #ids: Float64Array
  readonly #xs: Uint32Array
  readonly #ys: Uint32Array
  readonly #known: Uint8Array
  #last = 0

  /** @param ids ascending, each once */
  constructor(ids: Float64Array) {
    this.#ids = ids
    this.#xs = new Uint32Array(ids.length)
    this.#ys = new Uint32Array(ids.length)
    this.#known = new Uint8Array(ids.length)
  }

  /** Not asked for: forgotten. */
  set(id: number, x: number, y: number): void {
    const index = this.#find(id)
    if (index < 0) return
    this.#xs[index] = x
    this.#ys[index] = y
    this.#known[index] = 1
  }

  /** Each `[x, y, x, y …]`. Where the extract does not hold a node, at its rim, a line ends and another begins. */
  lines(ids: readonly number[]): number[][] {
    const lines: number[][] = []
    let line: number[] = []
    for (const id of ids) {
      const index = this.#find(id)
      if (index >= 0 && this.#known[index] === 1) {
        if (line.length === 0) lines.push(line)
        line.push(this.#xs[index] ?? 0, this.#ys[index] ?? 0)
      } else line = []
    }
    return lines
  }

  /** Files are sorted, so the next one is mostly near the last one: steps that double, then halves. */
  #find(id: number): number {
    const ids = this.#ids
    let from = (ids[this.#last] ?? 0) <= id ? this.#last : 0
    let step = 1
    while (from + step < ids.length && (ids[from + step] ?? 0) <= id) {
      from += step
      step *= 2
    }
    let to = Math.min(ids.length, from + step)
    while (to - from > 1) {
      const middle = (from + to) >>> 1
      if ((ids[middle] ?? 0) <= id) from = middle
      else to = middle
    }
    if (ids[from] !== id) return -1
    this.#last = from
    return from
  }
}
