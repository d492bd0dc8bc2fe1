import { expect, test } from 'vitest'
import { codeFrom } from './code-from.ts'

test.each([
  ['sensor-17', 'sensor-17'],
  [' A84041B1C2D3E4F5\n', 'A84041B1C2D3E4F5'],
  ['LW:D0:1122334455667788:AABBCCDDEEFF0011:AABB1122:OAABBCCDDEEFF', 'AABBCCDDEEFF0011'],
  ['https://example.org/d/sensor-17', 'sensor-17'],
  ['https://example.org/activate?serial=S9&x=1', 'S9'],
])('%s is the sensor %s', (scanned, code) => {
  expect(codeFrom(scanned)).toBe(code)
})

test.each(['', 'two words', 'https://example.org/', 'x'.repeat(65)])('%j is none', (scanned) => {
  expect(codeFrom(scanned)).toBeUndefined()
})
