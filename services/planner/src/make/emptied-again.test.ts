import { expect, test } from 'vitest'
import { at, change, make, openWorld, visited } from '../planner.fixture.ts'

test('a bin that was emptied this morning and reported full since is visited again, and that can be approved', async () => {
  await using world = await openWorld({ now: at('04:00') })
  const { registry, clock } = world
  const { runs } = await change(world, await make(world), { op: 'approve' })
  const stops = runs.flatMap(({ id, stops }) => stops.map((stop) => ({ ...stop, runId: id })))
  const first = stops.find(({ containerId }) => containerId === 'bin-1') ?? expect.fail('no stop')

  clock.now = at('09:00')
  const emptied = {
    outcome: 'emptied',
    kg: 74,
    wetKg: null,
    destination: null,
    note: null,
  } as const
  await registry.plans.addResult({
    ...{ runId: first.runId, stopId: first.id, idempotencyKey: null, now: clock.now },
    result: { ...emptied, at: at('08:30') },
  })
  const asked = { containerId: 'bin-1', kind: 'reported_full', note: null } as const
  await registry.requests.add({ ...asked, id: 'r1', createdAt: clock.now, closedAt: null })

  const again = await make(world)
  expect(visited(again).filter((id) => id === 'bin-1')).toHaveLength(2)
  const approved = await change(world, again, { op: 'approve' })
  expect(approved.runs.map(({ status }) => status).toSorted()).toEqual(['approved', 'started'])
})
