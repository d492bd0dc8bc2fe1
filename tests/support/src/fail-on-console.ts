// Unexpected console output fails the test that made it: what a user would see must be meant.
import { afterEach, beforeEach, expect } from 'vitest'

const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const
let printed: string[] = []
/** More than one where tests of a file run at once; the first to end is blamed. */
let running = 0
const originals = METHODS.map((method) => console[method])

beforeEach(() => {
  running++
  if (running > 1) return
  printed = []
  for (const method of METHODS)
    console[method] = (...words: unknown[]) => {
      printed.push(`console.${method}: ${words.map(String).join(' ')}`)
    }
})

afterEach(() => {
  running--
  if (running === 0) restore()
  expect(printed.splice(0), 'unexpected console output').toEqual([])
})

function restore(): void {
  METHODS.forEach((method, at) => {
    const original = originals[at]
    if (original) console[method] = original
  })
}
