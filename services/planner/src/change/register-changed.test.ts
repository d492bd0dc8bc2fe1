import type { Container } from '@bakwacht/domain'
import { expect, test } from 'vitest'
import { change, make, openWorld, visited } from '../planner.fixture.ts'

test.each<[string, Partial<Container>]>([
  ['retired', { active: false }],
  ['for another kind of vehicle', { vehicleTypes: ['crane'] }],
  ['longer to empty', { serviceMin: 60 }],
])(
  'a run with a bin that is %s since it was made can be held elsewhere, and rid of it',
  async (_, since) => {
    await using world = await openWorld({ vehicles: [{}] })
    const made = await make(world)
    expect(visited(made)).toEqual(['bin-1', 'bin-2', 'bin-3'])
    await world.registry.containers.change(['bin-2'], (_, bin) => bin && { ...bin, ...since })
    const stopOf = (id: string) =>
      made.runs[0]?.stops.find(({ containerId }) => containerId === id)?.id ?? expect.fail(id)

    const locked = await change(world, made, {
      ...{ op: 'lock', lock: 'position' },
      stopId: stopOf('bin-1'),
    })
    expect(visited(locked)).toEqual(['bin-1', 'bin-2', 'bin-3'])
    const rid = await change(world, locked, { op: 'drop', stopId: stopOf('bin-2') })
    expect(visited(rid)).toEqual(['bin-1', 'bin-3'])
  },
)
