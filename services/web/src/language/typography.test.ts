import { expect, test } from 'vitest'
import { allHeldTogether, heldTogether, sentencesHeldTogether } from './typography.ts'

const seen = (text: string) => text.replaceAll('\u00a0', '_').replaceAll('\u202f', '~')

test('a number and its unit stay on one line, a number and a word may part', () => {
  expect(seen(heldTogether('95 % of 2 km, 3 bins, 4 minutes, 5 t', 'en'))).toBe(
    '95_% of 2_km, 3 bins, 4 minutes, 5_t',
  )
  expect(seen(heldTogether('ongeveer € 14', 'nl'))).toBe('ongeveer €_14')
  expect(seen(heldTogether('One moment …', 'en'))).toBe('One moment_…')
})

test('French marks keep their blanks, and others have none', () => {
  expect(seen(heldTogether('Vider « Markt » ? Non ; 0 % : jamais !', 'fr'))).toBe(
    'Vider «_Markt_»~? Non~; 0_%_: jamais~!',
  )
  expect(heldTogether('Really ?', 'en')).toBe('Really ?')
})

test('texts that functions make are held together too', () => {
  const said = allHeldTogether({ list: ['1 %'], make: (n: number) => ({ text: `${n} kg` }) }, 'de')
  expect(seen(said.list.join())).toBe('1_%')
  expect(seen(said.make(5).text)).toBe('5_kg')
})

test('sentences of the service are held together, names that people gave are left alone', () => {
  const answer = { name: '5 kg', items: [{ reason: { code: 'full', text: 'costs € 82, 68 %' } }] }
  const { name, items } = sentencesHeldTogether(answer, 'en')
  expect([name, seen(items[0]?.reason.text ?? '')]).toEqual(['5 kg', 'costs €_82, 68_%'])
})
