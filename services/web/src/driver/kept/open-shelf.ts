import { indexedShelf } from './indexed-shelf.ts'
import { memoryShelf } from './memory-shelf.ts'
import type { Shelf } from './shelf.ts'

/** A browser that keeps nothing still drives, while the page is open. */
export const openShelf = (): Promise<Shelf> => indexedShelf().catch(() => memoryShelf())
