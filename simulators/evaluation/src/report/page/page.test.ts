import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readWorld } from '../../truth/world-file.ts'
import { anyYear } from '../policy-year.fixture.ts'
import { reportOf } from '../report.ts'
import { pageOf } from './page.ts'

const worldFile = join(import.meta.dirname, '../../../worlds/leaks-2.json')
const made = { worldFile, containers: 20, days: 30, vehicles: 2, weatherFile: null, seeds: [1, 2] }
const years = ['fixed', 'bakwacht'].flatMap((policy) =>
  [1, 2].map((seed) => anyYear({ policy, seed, total: 100 * seed })),
)
const page = pageOf(reportOf(made, readWorld(worldFile), years))

test('the page needs nothing from anywhere', () => {
  expect(page).not.toMatch(/https?:|<script|<link|<img|@import|url\(/)
})

test('it fits a phone, follows the dark, and names every policy in table and charts', () => {
  expect(page).toContain('width=device-width')
  expect(page).toContain('prefers-color-scheme: dark')
  expect(page.match(/<svg viewBox/g)).toHaveLength(3)
  expect(page).toContain('<th scope="col">bakwacht</th>')
  expect(page).not.toMatch(/NaN|undefined/)
})

test('a name from a file cannot become markup', () => {
  const world = { ...readWorld(worldFile), name: '<b>&"' }
  expect(pageOf(reportOf(made, world, years))).not.toContain('<b>')
})
