import { indexedShelf } from './indexed-shelf.ts'
import { type Keeps, keepsAfter } from './keeps.ts'
import { memoryShelf } from './memory-shelf.ts'
import type { Shelf } from './shelf.ts'

export interface OpenShelf {
  readonly shelf: Shelf
  readonly keeps: Keeps
}

/** A browser that keeps nothing still drives, while the page is open. */
export async function openShelf(): Promise<OpenShelf> {
  try {
    return { shelf: await indexedShelf(), keeps: 'lasting' }
  } catch (error) {
    const keeps = keepsAfter(error)
    return { shelf: memoryShelf(), keeps: keeps === 'broken' ? 'nothing' : keeps }
  }
}
