/** What time makes of routes: keeps the slots' tables of it. */
export interface Clock {
  /** Makes the heads from position `first` on and the tails up to `last` anew. */
  update(slot: number, first: number, last: number): void
  /** Seconds from departure to return; infinite where the order cannot be driven. */
  duration(slot: number): number
}
