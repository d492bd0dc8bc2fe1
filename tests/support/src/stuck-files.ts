// A test that never comes back would hold the whole run without a word: it is named, and the run ends.
import { relative } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'

/** Far beyond the longest file on a machine that does much else besides. */
const STUCK_MS = 12 * 60_000
const LOOK_EVERY_MS = 10_000

export default class StuckFiles implements Reporter {
  readonly #began = new Map<string, number>()
  #looking: NodeJS.Timeout | undefined

  onTestRunStart(): void {
    this.#looking = setInterval(() => this.#look(), LOOK_EVERY_MS).unref()
  }

  onTestModuleQueued({ moduleId }: TestModule): void {
    this.#began.set(moduleId, performance.now())
  }

  onTestModuleEnd({ moduleId }: TestModule): void {
    this.#began.delete(moduleId)
  }

  onTestRunEnd(): void {
    clearInterval(this.#looking)
  }

  #look(): void {
    const now = performance.now()
    const stuck = [...this.#began].filter(([, began]) => now - began > STUCK_MS)
    if (stuck.length === 0) return
    const names = stuck.map(([file]) => relative(process.cwd(), file)).join(', ')
    console.error(`no end of ${names} after ${STUCK_MS / 60_000} minutes: the run is broken off`)
    process.exit(1)
  }
}
