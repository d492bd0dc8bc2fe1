// Registers of things with an id, and pages of anything.

export interface Page<Row> {
  readonly items: readonly Row[]
  readonly nextCursor: string | null
}

export interface PageRequest {
  readonly limit: number
  readonly cursor?: string
}

/** What a change found, and what it left; the same thing if it left it alone. */
export interface Changed<Thing> {
  readonly before: Thing | undefined
  readonly after: Thing | undefined
}

/** A register of things with an id. `put` inserts or replaces; nothing is ever deleted. */
export interface Register<Thing> {
  all(): Promise<readonly Thing[]>
  page(request: PageRequest): Promise<Page<Thing>>
  find(id: string): Promise<Thing | undefined>
  /** All in one transaction. @returns which ids were new */
  put(things: readonly Thing[]): Promise<{ readonly created: readonly string[] }>
  /**
   * Reads these things and writes what `next` makes of each, all in one transaction: what others write
   * meanwhile is neither missed nor undone. If `next` throws, nothing is written.
   * @param next gives `undefined` to leave a thing (or the lack of it) as it is
   * @returns in the order of the ids
   */
  change(
    ids: readonly string[],
    next: (id: string, before: Thing | undefined) => Thing | undefined,
  ): Promise<readonly Changed<Thing>[]>
}
