import { LANGUAGES } from '@bakwacht/domain'
import { expect, test } from 'vitest'
import { en } from './en.ts'
import { type HindranceCode, hindrance, hindranceText } from './hindrance.ts'

test('a hindrance is said in each language, with its names and numbers', () => {
  const heavy = hindrance('overweight', { trip: 2, vehicle: 'Van $1', kg: 1200, most: 1100 })
  expect(hindranceText(heavy, 'nl')).toBe('rit 2 van Van $1 zou 1200 kg laden, er mag 1100 kg in')
})

test('no language leaves a value out of its braces or asks for one that English does not know', () => {
  const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
  for (const [code, english] of Object.entries(en)) {
    const known = namesIn(english)
    const values = Object.fromEntries(known.map((name) => [name, 'x']))
    for (const language of LANGUAGES) {
      const text = hindranceText(hindrance(code as HindranceCode, values), language)
      expect({ code, language, text }).not.toMatchObject({
        text: expect.stringMatching(/undefined|[{}]|^$/),
      })
    }
  }
})
