/** Whether answers outlive the page, and if not, why. `silent`: the phone's memory does not answer. */
export type Keeps = 'lasting' | 'nothing' | 'full' | 'silent' | 'broken'

/** The browser has been asked for its memory, and has said neither yes nor no. */
export class MemorySilent extends Error {
  readonly code = 'MEMORY_SILENT'
}

/** Only what is full is called full: to make room helps against nothing else. */
export function keepsAfter(error: unknown): Exclude<Keeps, 'lasting' | 'nothing'> {
  if (error instanceof MemorySilent) return 'silent'
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'broken'
}
