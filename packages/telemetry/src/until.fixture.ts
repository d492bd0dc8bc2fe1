// Apart from the other fixtures: child processes use those too, and have no vitest.
import { vi } from 'vitest'

/** Waits until it holds. @throws Error when it does not in time */
export const until = (what: () => boolean | Promise<boolean>, timeout = 15_000) =>
  vi.waitUntil(what, { timeout, interval: 15 })
