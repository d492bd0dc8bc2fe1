import { expect, test } from 'vitest'
import { missingKeys } from './missing-keys.ts'

const english = { shell: { today: 'Today', live: () => 'live' }, days: ['Monday'] }

test('a text that another language lacks is named with the path to it, however deep', () => {
  const dutch = { shell: { today: 'Vandaag' }, days: ['maandag'] }
  expect(missingKeys(english, dutch)).toEqual(['shell.live'])
  expect(missingKeys(english, { days: [] })).toEqual(['shell', 'days.0'])
})

test('a language may say more, never less', () => {
  expect(missingKeys(english, { ...english, more: 'meer' })).toEqual([])
})
