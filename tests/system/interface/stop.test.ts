// Told to stop while it searches: it stops at once, and finishes at its next start what it had begun.
import { expect, test } from 'vitest'
import { type Backend, startBackend } from '../backend.ts'
import { until } from '../call.ts'
import { ask } from './ask.ts'
import { MONDAY_05, openRegion, TUESDAY } from './region.ts'

test('a search of minutes neither delays the end nor loses the plan', async () => {
  const region = await openRegion()
  for (let n = 0; n < 14; n++) await region.bin(`bin-${n}`, undefined)
  const settings = (await region.send('GET', '/settings')).body
  const searchFor = (backend: Pick<Backend, 'http'>, solve_seconds: number) =>
    ask(backend, 'PUT', '/settings', {
      body: { ...settings, version: undefined, plan: { ...settings.plan, solve_seconds } },
    })
  for (let n = 0; n < 14; n++) await region.send('POST', `/containers/bin-${n}/requests`, {})
  // Fourteen visits take their share of it: a minute.
  await searchFor(region.backend, 3600)
  const prefer = { prefer: 'respond-async' }
  const begun = await region.send('POST', '/plans', { date: TUESDAY }, prefer)
  const waiting = region.plan()
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect((await region.send('GET', `/plans/${begun.body.id}`)).body.status).toBe('planning')

  const told = Date.now()
  expect(await region.backend.stop()).toBe(0)
  expect(Date.now() - told).toBeLessThan(5000)
  const { status, body } = await waiting
  expect([status, body.code]).toEqual([503, 'unavailable'])

  const { dataDir } = region.backend
  const env = { BAKWACHT_CLOCK_AT: MONDAY_05, BAKWACHT_PLAN_CRON: '0 4 1 1 *' }
  const again = await startBackend({ dataDir, env })
  // The search of minutes has begun again; ended and shortened, it is made.
  expect((await ask(again, 'GET', `/plans/${begun.body.id}`)).body.status).toBe('planning')
  await searchFor(again, 0.3)
  expect(await again.stop()).toBe(0)
  const third = await startBackend({ dataDir, env })
  const made = async () =>
    (await ask(third, 'GET', `/plans/${begun.body.id}`)).body.status === 'draft'
  await until(made, 'the plan made after all', 15_000)
  expect(await third.stop()).toBe(0)
  third.removeData()
}, 60_000)
