// Who is next: a binary heap of appointments by time; equal times in the order of entry.

interface Appointment<Who> {
  readonly at: number
  readonly entry: number
  readonly who: Who
}

export class Agenda<Who> {
  readonly #heap: Appointment<Who>[] = []
  #entries = 0

  get next(): { readonly at: number; readonly who: Who } | undefined {
    return this.#heap[0]
  }

  add(at: number, who: Who): void {
    const heap = this.#heap
    heap.push({ at, entry: this.#entries++, who })
    let child = heap.length - 1
    while (child > 0) {
      const parent = (child - 1) >> 1
      if (!this.#swapIfEarlier(child, parent)) return
      child = parent
    }
  }

  take(): { readonly at: number; readonly who: Who } | undefined {
    const heap = this.#heap
    const first = heap[0]
    const last = heap.pop()
    if (first === undefined || last === undefined || heap.length === 0) return first
    heap[0] = last
    for (let parent = 0; ; ) {
      const left = 2 * parent + 1
      const right = left + 1
      if (left >= heap.length) return first
      const child = right < heap.length && this.#earlier(right, left) ? right : left
      if (!this.#swapIfEarlier(child, parent)) return first
      parent = child
    }
  }

  #earlier(one: number, other: number): boolean {
    const a = this.#heap[one]
    const b = this.#heap[other]
    if (a === undefined || b === undefined) return false
    return a.at < b.at || (a.at === b.at && a.entry < b.entry)
  }

  #swapIfEarlier(child: number, parent: number): boolean {
    if (!this.#earlier(child, parent)) return false
    const [a, b] = [this.#heap[child], this.#heap[parent]]
    if (a !== undefined && b !== undefined) {
      this.#heap[parent] = a
      this.#heap[child] = b
    }
    return true
  }
}
