import { calendarDefaults, type Site, settingsDefaults, siteDefaults } from '@bakwacht/domain'
import { container, device, HOUR, NOON } from '@bakwacht/domain/fixture'
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

    it('loses no change of many at once, and says what each found', async () => {
      await using opened = await open()
      const { containers, devices } = opened.registry
      await containers.put([container('a', { serviceMin: 0 })])
      const changes = await Promise.all(
        Array.from({ length: 20 }, () =>
          containers.change(['a'], (_, before) => {
            return before && { ...before, serviceMin: before.serviceMin + 1 }
          }),
        ),
      )
      const found = changes.map(([change]) => change?.before?.serviceMin ?? -1)
      expect(found.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at))
      expect((await containers.find('a'))?.serviceMin).toBe(20)

      const added = await Promise.all(
        Array.from({ length: 5 }, (_, at) =>
          devices.change(['d'], (id, before) => before ?? device(id, { createdAt: at })),
        ),
      )
      expect(added.filter(([change]) => change?.before === undefined)).toHaveLength(1)
    })

    it('changes all or, if one cannot be changed, none; and leaves alone what needs no change', async () => {
      await using opened = await open()
      const { sites } = opened.registry
      const site = (id: string, name = id): Site => ({
        ...siteDefaults,
        id,
        name,
        location: [4.7, 50.9],
      })
      await sites.put([site('a'), site('b')])
      const refused = sites.change(['a', 'b'], (id) => {
        if (id === 'b') throw new Error('not b')
        return site(id, 'other')
      })
      await expect(refused).rejects.toThrow('not b')
      expect(await sites.all()).toEqual([site('a'), site('b')])
      const left = await sites.change(['a', 'nobody'], () => undefined)
      expect(left).toEqual([
        { before: site('a'), after: site('a') },
        { before: undefined, after: undefined },
      ])
      expect(await sites.all()).toEqual([site('a'), site('b')])
    })

    it('refuses a cursor that it never gave', async () => {
      await using opened = await open()
      for (const cursor of ['nonsense', 'WzEsMl0', ''])
        await expect(opened.registry.sites.page({ limit: 2, cursor })).rejects.toMatchObject({
          code: 'INVALID_CURSOR',
        })
    })

    it('refuses the cursor of another list, and keys that no column holds', async () => {
      await using opened = await open()
      const { plans, alerts, sites } = opened.registry
      const cursorOf = (...key: unknown[]) => Buffer.from(JSON.stringify(key)).toString('base64url')
      const refused = [
        alerts.page({ limit: 2, cursor: cursorOf('2026-11-23', 'plan-1') }),
        plans.page({ limit: 2, cursor: cursorOf(NOON, 'alert-1') }),
        plans.runs({ limit: 2, cursor: cursorOf(1.5, 'run-1') }),
        sites.page({ limit: 2, cursor: cursorOf('\0') }),
        sites.page({ limit: 2, cursor: cursorOf(7) }),
      ]
      for (const asked of refused)
        await expect(asked).rejects.toMatchObject({ code: 'INVALID_CURSOR' })
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

    it('of settings, one put that follows a version is stored, and the others refused', async () => {
      await using opened = await open()
      const { settings } = opened.registry
      const puts = await Promise.allSettled(
        [90, 91, 92].map((overflowPct) => settings.put({ ...settingsDefaults, overflowPct }, 1)),
      )
      const refused = puts.flatMap((put) => (put.status === 'rejected' ? [put.reason] : []))
      expect(refused).toMatchObject([
        { code: 'VERSION_CONFLICT', expected: 1, got: 2 },
        { code: 'VERSION_CONFLICT', expected: 1, got: 2 },
      ])
      expect((await settings.current()).version).toBe(2)
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
