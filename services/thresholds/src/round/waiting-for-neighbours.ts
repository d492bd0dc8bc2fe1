/**
 * Containers that are folded and cannot be judged yet: the hours of their neighbours are still to
 * change in this round. Nothing is kept of one that has been taken out.
 */
export class WaitingForNeighbours<Folded extends { readonly container: { readonly id: string } }> {
  readonly #neighbours: (id: string) => readonly string[]
  /** Whose hours will still change. */
  readonly #unfolded: Set<string>
  #waiting: readonly Folded[] = []

  /**
   * @param ids all that the round will fold
   * @param neighbours beside whose hours a container is judged
   */
  constructor(ids: Iterable<string>, neighbours: (id: string) => readonly string[]) {
    this.#unfolded = new Set(ids)
    this.#neighbours = neighbours
  }

  add(folded: readonly Folded[]): void {
    for (const { container } of folded) this.#unfolded.delete(container.id)
    this.#waiting = [...this.#waiting, ...folded]
  }

  /** Those that have nothing to wait for any more; they leave. */
  takeReady(): readonly Folded[] {
    const { ready = [], waiting = [] } = Object.groupBy(this.#waiting, ({ container }) =>
      this.#isReady(container.id) ? 'ready' : 'waiting',
    )
    this.#waiting = waiting
    return ready
  }

  #isReady(id: string): boolean {
    return !this.#neighbours(id).some((neighbour) => this.#unfolded.has(neighbour))
  }
}
