import { settingsDefaults } from '@bakwacht/domain'
import { container, HOUR, NOON } from '@bakwacht/domain/fixture'
import { describe, expect, it } from 'vitest'
import { putDensities, readDensities } from './learnt-densities.ts'
import type { Open } from './opened.fixture.ts'
import { FLEET_SCOPE } from './registry.ts'

export function learntCase(open: Open): void {
  describe('what was learnt', () => {
    it('is kept by kind and scope, for every process', async () => {
      await using opened = await open()
      const other = await opened.another()
      const { learnt } = opened.registry
      await learnt.put(
        'density',
        new Map<string, unknown>([
          ['a', { kgPerL: 0.11 }],
          [FLEET_SCOPE, 0.12],
        ]),
        NOON,
      )
      await learnt.put('habit', new Map([['a', [1, 2, null]]]), NOON)
      expect(await other.learnt.all('density')).toEqual(
        new Map<string, unknown>([
          [FLEET_SCOPE, 0.12],
          ['a', { kgPerL: 0.11 }],
        ]),
      )
      expect(await other.learnt.all('habit')).toEqual(new Map([['a', [1, 2, null]]]))
      expect(await other.learnt.all('nothing')).toEqual(new Map())
    })

    it('is replaced scope by scope', async () => {
      await using opened = await open()
      const other = await opened.another()
      const { learnt } = opened.registry
      await learnt.put(
        'density',
        new Map([
          ['a', 1],
          ['b', 2],
        ]),
        NOON,
      )
      expect((await other.learnt.all('density')).get('b')).toBe(2)
      await learnt.put(
        'density',
        new Map([
          ['b', 3],
          ['c', 4],
        ]),
        NOON + HOUR,
      )
      const now = new Map([
        ['a', 1],
        ['b', 3],
        ['c', 4],
      ])
      expect(await other.learnt.all('density')).toEqual(now)
      expect(await learnt.all('density')).toEqual(now)
    })

    it('of densities is read as it was put, and the setting before that', async () => {
      await using opened = await open()
      const { learnt } = opened.registry
      const before = await readDensities(learnt, { densityKgPerL: 0.13 })
      expect(before).toMatchObject({ fleet: { kgPerL: 0.13, loads: 0 }, containers: new Map() })
      const known = { kgPerL: 0.15, sdKgPerL: 0.01, loads: 9 }
      const fleet = { ...known, visitSd: 0.2, compaction: 0.1 }
      const first = { fleet, containers: new Map([['a', known]]) }
      await putDensities(learnt, first, NOON)
      expect(await readDensities(learnt, settingsDefaults)).toEqual(first)
      const second = { fleet, containers: new Map([['b', known]]) }
      await putDensities(learnt, second, NOON + HOUR)
      expect(await readDensities(learnt, settingsDefaults)).toEqual(second)
    })

    it('of the fleet is no container’s, whatever that is called', async () => {
      await using opened = await open()
      const { learnt, containers } = opened.registry
      await containers.put([container('fleet')])
      await learnt.put(
        'density',
        new Map([
          ['fleet', 1],
          [FLEET_SCOPE, 2],
        ]),
        NOON,
      )
      expect([...(await learnt.all('density')).values()].sort()).toEqual([1, 2])
    })

    it('can be of more containers than one statement takes', async () => {
      await using opened = await open()
      const { learnt } = opened.registry
      const many = new Map(Array.from({ length: 1203 }, (_, i) => [`c${i}`, i]))
      await learnt.put('density', many, NOON)
      await learnt.put('density', new Map(), NOON)
      expect((await learnt.all('density')).size).toBe(1203)
    })
  })
}
