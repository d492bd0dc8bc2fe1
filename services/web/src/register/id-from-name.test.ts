import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idFromName, isId } from './id-from-name.ts'

test.each([
  ['Kerkplein 3', 'kerkplein-3'],
  ['  Café de l’Église ', 'cafe-de-l-eglise'],
  ['Große Straße', 'grosse-strasse'],
  ['東京', 'no-name'],
  ['', 'no-name'],
])('%s becomes %s', (name, id) => {
  expect(idFromName(name, new Set())).toBe(id)
})

test('a code that is in use gets a number', () => {
  expect(idFromName('Markt', new Set(['markt', 'markt-2']))).toBe('markt-3')
})

test('whatever the name, the API takes the code', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => isId(idFromName(name, new Set()))))
})
