import { calendarDefaults, settingsDefaults } from '@bakwacht/domain'
import { container, HOUR, NOON } from '@bakwacht/domain/fixture'
import { describe, expect, it } from 'vitest'
import type { Open } from '../opened.fixture.ts'

export function registersCase(open: Open): void {
  describe('a register', () => {
    it('gives back what was put, and says which ids were new', async () => {
      await using opened = await open()
      const { containers } = opened.registry
      expect(await containers.put([container('b'), container('a')])).toEqual({
        created: ['b', 'a'],
      })
      const changed = container('a', { name: 'Moved', location: [4.1, 51] })
      expect(await containers.put([changed, container('c')])).toEqual({ created: ['c'] })
      expect(await containers.find('a')).toEqual(changed)
      expect(await containers.find('nobody')).toBeUndefined()
      expect(await containers.all()).toEqual([changed, container('b'), container('c')])
    })

    it('shows at once what another process has put', async () => {
      await using opened = await open()
      const other = await opened.another()
      await opened.registry.containers.put([container('a'), container('b')])
      await other.containers.all()
      await opened.registry.containers.put([container('a', { name: 'New name' }), container('c')])
      const names = (await other.containers.all()).map(({ name }) => name)
      expect(names).toEqual(['New name', 'Container b', 'Container c'])
    })

    it('takes the last of two with one id in one put', async () => {
      await using opened = await open()
      const { containers } = opened.registry
      await containers.put([container('a'), container('a', { name: 'Second' })])
      expect((await containers.all()).map(({ name }) => name)).toEqual(['Second'])
    })

    it('takes thousands at once', async () => {
      await using opened = await open()
      const { containers } = opened.registry
      const many = Array.from({ length: 2500 }, (_, i) => container(`c${1000 + i}`))
      expect((await containers.put(many)).created).toHaveLength(2500)
      expect(await containers.all()).toHaveLength(2500)
    })

    it('pages through every thing once, though some come in between', async () => {
      await using opened = await open()
      const { containers } = opened.registry
      await containers.put(['b', 'd', 'f', 'B', 'é'].map((id) => container(id)))
      const first = await containers.page({ limit: 2 })
      await containers.put([container('a'), container('e')])
      const ids = first.items.map(({ id }) => id)
      let cursor = first.nextCursor
      while (cursor !== null) {
        const page = await containers.page({ limit: 2, cursor })
        ids.push(...page.items.map(({ id }) => id))
        cursor = page.nextCursor
      }
      expect(ids).toEqual(['B', 'b', 'd', 'e', 'f', 'é'])
    })

    it('refuses a cursor that it never gave', async () => {
      await using opened = await open()
      for (const cursor of ['nonsense', 'WzEsMl0', ''])
        await expect(opened.registry.sites.page({ limit: 2, cursor })).rejects.toMatchObject({
          code: 'INVALID_CURSOR',
        })
    })
  })

  describe('a container', () => {
    it('is touched when its readings get another meaning, and only then', async () => {
      await using opened = await open()
      const { containers, touched } = opened.registry
      await containers.put([container('a'), container('b')])
      await containers.put([
        container('a', { name: 'Other name', lastEmptiedAt: NOON }),
        container('b', { emptyDistanceMm: 1800 }),
      ])
      expect(await touched.claim(10, NOON)).toMatchObject([
        { containerId: 'b', since: NOON - 14 * 24 * HOUR },
      ])
    })
  })

  describe('settings and calendar', () => {
    it('are the defaults until somebody sets them', async () => {
      await using opened = await open()
      expect(await opened.registry.settings.current()).toEqual(settingsDefaults)
      expect(await opened.registry.calendar.get()).toEqual(calendarDefaults)
    })

    it('of settings, every put is a new version', async () => {
      await using opened = await open()
      const { settings } = opened.registry
      expect((await settings.put({ ...settingsDefaults, overflowPct: 90 })).version).toBe(2)
      await settings.put({ ...settingsDefaults, overflowPct: 92 })
      expect(await settings.current()).toEqual({
        ...settingsDefaults,
        overflowPct: 92,
        version: 3,
      })
    })

    it('of settings, one that was stored before it existed has its default', async () => {
      await using opened = await open()
      const { settings } = opened.registry
      const { horizonDays: _, ...olderPlan } = settingsDefaults.plan
      const older = { ...settingsDefaults, plan: { ...olderPlan, leadMin: 30 } }
      await settings.put(older as typeof settingsDefaults)
      expect((await settings.current()).plan).toEqual({ ...settingsDefaults.plan, leadMin: 30 })
    })

    it('of the calendar, the last one holds', async () => {
      await using opened = await open()
      const { calendar } = opened.registry
      await calendar.put({ ...calendarDefaults, workingDays: [1, 2] })
      await calendar.put({ ...calendarDefaults, workingDays: [3] })
      expect((await calendar.get()).workingDays).toEqual([3])
    })
  })
}
