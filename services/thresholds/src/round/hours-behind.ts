/** Whose hours nobody in a round needs any more: everyone is judged who is judged beside them. */
export class HoursBehind {
  readonly #neighbours: (id: string) => readonly string[]
  readonly #neighbourTo: (id: string) => readonly string[]
  readonly #unjudged: Set<string>

  /**
   * @param ids all that the round will judge
   * @param fleet beside whose hours a container is judged, and the other way round
   */
  constructor(
    ids: Iterable<string>,
    fleet: {
      neighbours(id: string): readonly string[]
      neighbourTo(id: string): readonly string[]
    },
  ) {
    this.#unjudged = new Set(ids)
    this.#neighbours = fleet.neighbours
    this.#neighbourTo = fleet.neighbourTo
  }

  /** @returns those that are needed no more since these are judged */
  passed(judged: readonly string[]): readonly string[] {
    for (const id of judged) this.#unjudged.delete(id)
    const touched = new Set(judged.flatMap((id) => [id, ...this.#neighbours(id)]))
    return [...touched].filter((id) => !this.#isNeeded(id))
  }

  #isNeeded(id: string): boolean {
    return [id, ...this.#neighbourTo(id)].some((other) => this.#unjudged.has(other))
  }
}
