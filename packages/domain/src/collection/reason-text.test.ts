import { expect, test } from 'vitest'
import { ALERT_KINDS } from '../alert/alert.ts'
import { alertText } from '../alert/alert-text.ts'
import { LEFT_OUT_CODES, MAY_CODES, MUST_CODES } from './reason.ts'
import { reasonText } from './reason-text.ts'
import { LANGUAGES } from './sentences/sentences.ts'

const brussels = { timezone: 'Europe/Brussels' }
const at = Date.UTC(2026, 10, 23, 6, 0)

test('a full bin says how full and when, in the reader’s clock', () => {
  const full = { code: 'full', evidence: { fill_pct: 87.4, at, expected_pct: 91 } } as const
  expect(reasonText(full, 'en', brussels)).toBe(
    'Full: 87 % on Monday 23 November at 07:00, about 91 % when the vehicle comes.',
  )
  expect(reasonText(full, 'nl', brussels)).toContain('Vol: 87 % op maandag 23 november')
})

test('a bin that is full no more says until when it counts so', () => {
  const evidence = { fill_pct: 64, expected_pct: 66, full_until_pct: 60 }
  expect(reasonText({ code: 'full', evidence }, 'en', brussels)).toBe(
    'Full: 64 %, about 66 % when the vehicle comes; it was full, and counts so until it is below 60 %.',
  )
})

test('what the evidence does not say is left out of the sentence', () => {
  const full = { code: 'full', evidence: { fill_pct: 87.4 } } as const
  expect(reasonText(full, 'en', brussels)).toBe('Full: 87 %.')
})

test('damp has a sentence for each of its causes', () => {
  const evidence = {
    cause: 'excess',
    excess_g_per_m3: 2.41,
    hours: 7,
    reference: 'neighbours',
    to_at: at,
  }
  expect(reasonText({ code: 'damp', evidence }, 'en', brussels)).toBe(
    'Damp inside: the air had held 2.4 g/m³ more water than the bins nearby for 7 hours by Monday 23 November at 07:00.',
  )
  expect(
    alertText({ kind: 'damp', evidence: { cause: 'mould', mould_index: 0.52 } }, 'de', brussels),
  ).toBe('Feucht im Inneren: das Schimmelrisiko ist 0,52.')
})

test('a damp watch says since when it was known, not that it was over then', () => {
  const evidence = { cause: 'humidity', rh_pct: 75, hours: 48, to_at: at }
  const watch = { code: 'damp_watch', evidence } as const
  expect(reasonText(watch, 'en', brussels)).toBe(
    'It may become damp inside: humidity had been at 75 % or more for 48 hours by Monday 23 November at 07:00.',
  )
  expect(reasonText(watch, 'nl', brussels)).toContain(
    'op maandag 23 november om 07:00 al 48 uur 75 % of meer',
  )
})

test('money is told in whole euros, below ten to the cent', () => {
  const told = (euro: number) =>
    reasonText(
      { code: 'not_worth_detour', evidence: { expected_pct: 48, prize_eur: euro } },
      'en',
      brussels,
    )
      .split('about ')
      .at(-1)
  expect([118.4, 44.5, 9.996, 8.8, 0.3].map(told)).toEqual([
    '€ 118.',
    '€ 45.',
    '€ 10.',
    '€ 8.80.',
    '€ 0.30.',
  ])
})

test('a bin that can wait says until when it best does', () => {
  const evidence = { expected_pct: 65, kg: 232, prize_eur: 7.6, later_visit_date: '2026-11-24' }
  const waits = { code: 'not_worth_detour', evidence } as const
  expect(reasonText(waits, 'en', brussels)).toBe(
    'Not worth the detour: about 65 % full, 232 kg, waiting costs about € 7.60, best until Tuesday 24 November.',
  )
})

test('what costs nothing is not told as an amount', () => {
  const waits = { code: 'not_worth_detour', evidence: { expected_pct: 31, prize_eur: 0 } } as const
  const told = LANGUAGES.map((language) => reasonText(waits, language, brussels))
  expect(told.toSorted()).toEqual([
    'De omweg niet waard: ongeveer 31 % vol, wachten kost niets.',
    'Den Umweg nicht wert: etwa 31 % voll, Warten kostet nichts.',
    'Ne vaut pas le détour : rempli à environ 31 %, attendre ne coûte rien.',
    'Not worth the detour: about 31 % full, waiting costs nothing.',
  ])
})

test('a date without a clock time is that date in every zone', () => {
  const planned = { code: 'already_planned', evidence: { date: '2026-11-24' } } as const
  expect(reasonText(planned, 'en', { timezone: 'America/New_York' })).toBe(
    'Already in a collection run on Tuesday 24 November.',
  )
})

test('every reason and alert has one sentence in every language, with and without numbers', () => {
  for (const language of LANGUAGES) {
    for (const code of [...MUST_CODES, ...MAY_CODES, ...LEFT_OUT_CODES, 'unload'] as const)
      expectSentence(reasonText({ code, evidence: {} }, language, brussels))
    for (const kind of ALERT_KINDS)
      expectSentence(alertText({ kind, evidence: {} }, language, brussels))
  }
})

test('all languages leave the same blanks for the same code', async () => {
  const { sentencesIn } = await import('./sentences/index.ts')
  const blanks = (sentence: string) =>
    [...sentence.matchAll(/\{(\w+)/g)].map(([, key]) => key).sort()
  for (const part of ['reasons', 'alerts'] as const)
    for (const [code, sentence] of Object.entries(sentencesIn.en[part]))
      for (const language of LANGUAGES) {
        const other = (sentencesIn[language][part] as Record<string, string>)[code] ?? ''
        const missing = blanks(sentence).filter((key) => !blanks(other).includes(key))
        expect(
          missing.filter((key) => key !== 'reference'),
          `${language} ${code}`,
        ).toEqual([])
      }
})

function expectSentence(text: string): void {
  expect(text).toMatch(/^\S.*\.$/)
  expect(text).not.toMatch(/[{}[\]]|undefined|NaN/)
}
