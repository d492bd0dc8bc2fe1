import { expect, test } from 'vitest'
import { opFromWire, planChangeSchema } from './plan-op.ts'

test('every op of the interface becomes the plan maker’s', () => {
  const ops = [
    { op: 'approve' },
    { op: 'approve', run_ids: ['r1'] },
    { op: 'unapprove' },
    { op: 'cancel', run_ids: ['r1'] },
    { op: 'assign_driver', run_id: 'r1', driver: 'Noor' },
    { op: 'assign_driver', run_id: 'r1', driver: null },
    { op: 'lock', stop_id: 's1', lock: 'position' },
    { op: 'move', stop_id: 's1', run_id: 'r2', seq: 3 },
    { op: 'drop', stop_id: 's1' },
    { op: 'add', container_id: 'bin-1' },
    { op: 'add', container_id: 'bin-1', run_id: 'r1', seq: 2 },
    { op: 'reoptimise' },
  ]
  expect(planChangeSchema.parse({ ops }).ops.map(opFromWire)).toEqual([
    { op: 'approve' },
    { op: 'approve', runIds: ['r1'] },
    { op: 'unapprove' },
    { op: 'cancel', runIds: ['r1'] },
    { op: 'assign_driver', runId: 'r1', driver: 'Noor' },
    { op: 'assign_driver', runId: 'r1', driver: null },
    { op: 'lock', stopId: 's1', lock: 'position' },
    { op: 'move', stopId: 's1', runId: 'r2', seq: 3 },
    { op: 'drop', stopId: 's1' },
    { op: 'add', containerId: 'bin-1' },
    { op: 'add', containerId: 'bin-1', runId: 'r1', seq: 2 },
    { op: 'reoptimise' },
  ])
})
