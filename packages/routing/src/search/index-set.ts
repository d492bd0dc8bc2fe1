/** A set of small integers: constant time for all, and its members lie side by side. */
export class IndexSet {
  readonly members: number[] = []
  readonly #placeOf: Int32Array

  constructor(below: number) {
    this.#placeOf = new Int32Array(below).fill(-1)
  }

  get size(): number {
    return this.members.length
  }

  has(item: number): boolean {
    return (this.#placeOf[item] as number) >= 0
  }

  clear(): void {
    const { members } = this
    while (members.length > 0) this.#placeOf[members.pop() as number] = -1
  }

  add(item: number): boolean {
    if (this.has(item)) return false
    this.#placeOf[item] = this.members.length
    this.members.push(item)
    return true
  }

  delete(item: number): boolean {
    const place = this.#placeOf[item] as number
    if (place < 0) return false
    const last = this.members.pop() as number
    if (last !== item) {
      this.members[place] = last
      this.#placeOf[last] = place
    }
    this.#placeOf[item] = -1
    return true
  }
}
