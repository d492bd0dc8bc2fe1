// A run that nobody finished: done twelve hours after its end, and its bins are planned again.
import { expect, test } from 'vitest'
import { startBackend } from '../backend.ts'
import { until } from '../call.ts'
import { ask } from './ask.ts'
import { containersOf, openRegion, type Stop, TUESDAY } from './region.ts'

test('stops without a result become eligible again, those with one stay as they were', async () => {
  const region = await openRegion()
  for (const id of ['a', 'b', 'c']) await region.bin(id, 92)
  const plan = (await region.change((await region.plan()).body, { op: 'approve' })).body
  const [run] = plan.runs
  const tuesday = (await region.plan(TUESDAY)).body
  expect(containersOf(tuesday), 'what is planned on Monday is not planned twice').toEqual([])
  expect(
    tuesday.not_collected.map(({ reason }: { reason: Stop['reason'] }) => reason.code),
  ).toEqual(['already_planned', 'already_planned', 'already_planned'])
  const [first] = run.stops as [Stop]
  const path = `/runs/${run.id}/stops/${first.id}/result`
  const result = { outcome: 'emptied', kg: 90, at: '2026-11-23T05:05:00+01:00' }
  expect((await region.send('POST', path, result)).body.status).toBe('started')
  expect(await region.backend.stop()).toBe(0)

  const { dataDir } = region.backend
  const end = Date.parse(run.arrival)
  const startAt = (afterMs: number) =>
    startBackend({
      dataDir,
      env: {
        BAKWACHT_CLOCK_AT: new Date(end + afterMs).toISOString(),
        BAKWACHT_PLAN_CRON: '0 4 1 1 *',
      },
    })
  const before = await startAt(11.9 * 3_600_000)
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect((await ask(before, 'GET', `/runs/${run.id}`)).body.status).toBe('started')
  expect(await before.stop()).toBe(0)

  const after = await startAt(12.1 * 3_600_000)
  const done = async () => (await ask(after, 'GET', `/runs/${run.id}`)).body.status === 'done'
  await until(done, 'the run done', 10_000)
  const again = (await ask(after, 'POST', '/plans', { body: { date: TUESDAY } })).body
  const undriven = containersOf(plan).filter((id) => id !== first.container_id)
  expect(containersOf(again).toSorted()).toEqual(undriven.toSorted())
  const late = await ask(after, 'POST', path.replace(first.id, run.stops[1].id), {
    body: { outcome: 'skipped', note: 'told late' },
  })
  expect([late.status, late.body.status]).toEqual([201, 'done'])
  expect(await after.stop()).toBe(0)
  after.removeData()
}, 60_000)
