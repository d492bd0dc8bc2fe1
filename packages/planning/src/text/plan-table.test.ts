import type { Plan } from '@bakwacht/domain'
import { LANGUAGES } from '@bakwacht/domain'
import { expect, test } from 'vitest'
import { planDay } from '../plan-day.fixture.ts'
import { bin, DATE, NOW, snapshot, stateOf, van, ZONE } from '../planning.fixture.ts'
import { planTable } from './plan-table.ts'

const plan: Plan = {
  id: 'plan-1',
  version: 1,
  date: DATE,
  depotId: null,
  status: 'draft',
  notCollected: [],
  settingsVersion: 1,
  solver: null,
  travelTimes: 'estimate',
  createdAt: NOW,
  updatedAt: NOW,
  message: null,
}

const containers = [
  bin(1, { name: 'Kerkplein 3, behind the church by the old town hall' }),
  ...[2, 3, 4, 5, 6].map((n) => bin(n)),
]
const states = containers.map((each, n) => stateOf(each, n < 3 ? 88 : 12 + n))
const vehicles = [van({ driver: 'Fatima' })]
const { runs, notCollected } = planDay(snapshot({ containers, states, vehicles }))
const planned = { plan: { ...plan, notCollected }, runs }
const context = { timezone: ZONE, containers, vehicles }

test('tells runs, stops, reasons and what is left out, in columns', () => {
  const table = planTable(planned, { ...context, locale: 'en' })
  const lines = table.split('\n')
  expect(lines[0]).toMatch(/^Monday,? 23 November 2026 · 1 run · 3 bins · \d+ kg · \d+ km · € \d+$/)
  expect(lines[2]).toMatch(/^Van 1 · Fatima · \d\d:\d\d–\d\d:\d\d · \d+ km · \d+ kg · € \d+$/)
  const stops = lines.filter((line) => /^ {2}[ \d]\d {2}\d\d:\d\d/.test(line))
  expect(stops).toHaveLength(4)
  expect(new Set(stops.map((line) => line.indexOf(' kg')))).toHaveProperty('size', 1)
  const wrapped = lines.findIndex((line) => line.includes('Kerkplein'))
  expect(lines.slice(wrapped, wrapped + 2).map((line) => line.slice(13, 41).trimEnd())).toEqual([
    'Kerkplein 3, behind the',
    'church by the old town hall',
  ])
  expect(table).toContain('Full: 88 % on Monday 23 November')
  expect(table).toContain('Left out: 3 bins')
  expect(table).toContain('not full: 3')
  expect(table).toContain('for example Street 4: Not full: about')
})

test('tells a break where it is taken, and until when', () => {
  const [run] = runs
  const first = run?.stops[0]
  if (run === undefined || first === undefined) throw new Error('got no run')
  const pause = { from: first.departure, to: first.departure + 30 * 60_000 }
  const stops = run.stops.map((stop) =>
    stop === first ? stop : { ...stop, arrival: stop.arrival + 30 * 60_000 },
  )
  const lines = planTable(
    { plan: planned.plan, runs: [{ ...run, pause, stops }] },
    { ...context, locale: 'en' },
  ).split('\n')
  const at = lines.findIndex((line) => line.includes('break until'))
  expect(lines[at]).toMatch(/^ {6}\d\d:\d\d {2}break until \d\d:\d\d$/)
  expect(lines[at + 1]).toMatch(/^ {3}2 /)
})

test.each(LANGUAGES)('keeps to 100 columns and leaves no blanks at the end (%s)', (locale) => {
  for (const line of planTable(planned, { ...context, locale }).split('\n')) {
    expect(line.length).toBeLessThanOrEqual(100)
    expect(line).toBe(line.trimEnd())
  }
})

test.each([
  ['en', /€ \d+$/],
  ['nl', /€ \d+$/],
  ['fr', /\d €$/],
  ['de', /\d €$/],
] as const)('writes money as the language does (%s)', (locale, money) => {
  expect(planTable(planned, { ...context, locale }).split('\n')[0]).toMatch(money)
})

test('says so when nothing is to be collected', () => {
  const none = { plan: { ...plan, notCollected: [] }, runs: [] }
  const lines = planTable(none, { ...context, locale: 'en' }).split('\n')
  expect(lines.at(-1)).toBe('No bin needs a visit.')
})
