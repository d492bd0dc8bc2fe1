// Unexpected console output fails the test that made it: what a user would see must be meant.
import { afterEach, beforeEach, expect } from 'vitest'

const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const
let printed: string[] = []
const originals = METHODS.map((method) => console[method])

beforeEach(() => {
  printed = []
  for (const method of METHODS)
    console[method] = (...words: unknown[]) => {
      printed.push(`console.${method}: ${words.map(String).join(' ')}`)
    }
})

afterEach(() => {
  METHODS.forEach((method, at) => {
    const original = originals[at]
    if (original) console[method] = original
  })
  expect(printed, 'unexpected console output').toEqual([])
})
