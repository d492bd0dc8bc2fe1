import { expect, test } from 'vitest'
import { keepsAfter, MemorySilent } from './keeps.ts'

test('only a phone that is full is called full', () => {
  expect(keepsAfter(new DOMException('', 'QuotaExceededError'))).toBe('full')
  expect(keepsAfter(new MemorySilent('no answer'))).toBe('silent')
  expect(keepsAfter(new DOMException('', 'InvalidStateError'))).toBe('broken')
  expect(keepsAfter(new Error('of another kind'))).toBe('broken')
})
