// Registers of things with an id, and pages of anything.

export interface Page<Row> {
  readonly items: readonly Row[]
  readonly nextCursor: string | null
}

export interface PageRequest {
  readonly limit: number
  readonly cursor?: string
}

/** A register of things with an id. `put` inserts or replaces; nothing is ever deleted. */
export interface Register<Thing> {
  all(): Promise<readonly Thing[]>
  page(request: PageRequest): Promise<Page<Thing>>
  find(id: string): Promise<Thing | undefined>
  /** All in one transaction. @returns which ids were new */
  put(things: readonly Thing[]): Promise<{ readonly created: readonly string[] }>
}
