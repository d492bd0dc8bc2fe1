import { expect, test } from 'vitest'
import { heldTogether } from './typography.ts'
import { textsOf } from './words.fixture.ts'

const OTHERS = ['nl', 'fr', 'de'] as const
const LANGUAGES = ['en', ...OTHERS] as const
const found = (language: (typeof LANGUAGES)[number], fault: RegExp) =>
  textsOf(language)
    .map(({ path, text }) => ({ path, text: heldTogether(text, language) }))
    .filter(({ text }) => fault.test(text))
    .map(({ path, text }) => `${language} ${path}: ${text}`)

/** What is the same word there, or a name. */
const SAME: Readonly<Record<(typeof OTHERS)[number], string>> = {
  nl: 'alarm sensor firmware later depot depots link stop container containers google maps waze min code planning planner per live',
  fr: 'signal litres minutes site sites google maps waze min change code points messages pages',
  de: 'alarm sensor signal firmware name depot depots link container google maps waze problem min code live',
}

test.each(OTHERS)('in %s nothing was left in English', (language) => {
  const english = new Map(textsOf('en').map(({ path, text }) => [path, text]))
  const same = new Set(SAME[language].split(' '))
  const isSame = (word: string) => same.has(word.toLowerCase())
  const left = textsOf(language).filter(
    ({ path, text }) =>
      english.get(path) === text && text.match(/\p{L}{3,}/gu)?.every(isSame) === false,
  )
  expect(left).toEqual([])
})

test.each(LANGUAGES)('in %s no word is one that only engineers know', (language) => {
  expect(found(language, /threshold|payload|drempelwaarde|schwellenwert|\bseuil/i)).toEqual([])
})

test.each(LANGUAGES)('in %s quotes, apostrophes and dots are those of print', (language) => {
  expect(found(language, /['"]|\.\.\./)).toEqual([])
})

test.each(LANGUAGES)('in %s nothing is glued together, apart or left hanging', (language) => {
  expect(found(language, / {2}|^ | $|\d (?:%|km|kg|€)/)).toEqual([])
})

test('in French high marks and colons have their blank', () => {
  expect(found('fr', /[^\s\u00a0\u202f][;!?»]|[\p{L}\d%)]:(?!\/)|«[^\u00a0]/u)).toEqual([])
})
