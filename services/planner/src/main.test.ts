// The planner as a process of its own, on PostgreSQL, asked by another process.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createPlanClient } from '@bakwacht/plan-queue'
import { openRegistry } from '@bakwacht/registry'
import { available, startPostgres } from '@bakwacht/test-support'
import { expect, onTestFinished, test } from 'vitest'

const main = new URL('./main.ts', import.meta.url).pathname
const start = (env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, [main], {
    env: { ...process.env, BAKWACHT_HTTP_PORT: '0', ...env },
    stdio: 'ignore',
  })

test.skipIf(!available('postgres'))('makes plans for others until it is told to stop', async () => {
  const postgres = await startPostgres()
  const { url } = postgres
  const clock = Date.now
  const registry = await openRegistry({ url }, { clock })
  onTestFinished(async () => {
    await registry.stop()
    await postgres.stop()
  })
  const planner = start({ BAKWACHT_DATABASE_URL: url })
  const client = createPlanClient({ jobs: registry.jobs, clock, pollMs: 50 })
  const id = await client.make({ date: '2027-01-04', depotId: null })
  expect(await registry.plans.findFor('2027-01-04', null)).toMatchObject({
    ...{ plan: { id, status: 'draft', version: 1 }, runs: [] },
  })
  planner.kill('SIGTERM')
  expect(await once(planner, 'exit')).toEqual([0, null])
})

test('refuses to run alone without a database to share', async () => {
  const [code] = await once(start({ BAKWACHT_DATABASE_URL: '' }), 'exit')
  expect(code).not.toBe(0)
})
