import type { AlertEpisode } from '@bakwacht/domain'
import { episode, HOUR, NOON, state } from '@bakwacht/domain/fixture'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Open } from '../opened.fixture.ts'
import type { Registry, StateChange } from '../registry.ts'

export function alertsCase(open: Open): void {
  const round = (
    episodes: readonly AlertEpisode[],
    { containerId = 'a', since = 0 } = {},
  ): StateChange => ({ state: state(containerId), alertsSince: since, episodes })

  const all = async ({ alerts }: Registry) => (await alerts.page({ limit: 1000 })).items

  describe('an alert', () => {
    it('is raised once and cleared once, with events for both', async () => {
      await using opened = await open()
      const { states, alerts, events } = opened.registry
      const raised = await states.apply([round([episode('full', NOON)])], NOON)
      expect(raised).toMatchObject([
        { kind: 'full', status: 'open', severity: 'warning', notified: true, ackedAt: null },
      ])
      expect(await states.apply([round([episode('full', NOON)])], NOON + 1)).toEqual([])
      expect(await alerts.open()).toEqual(raised)
      const cleared = await states.apply([round([episode('full', NOON, NOON + HOUR)])], NOON + 2)
      expect(cleared).toMatchObject([
        { id: raised[0]?.id, status: 'cleared', clearedAt: NOON + HOUR },
      ])
      expect(await alerts.open()).toEqual([])
      const told = (await events.after(0, 99)).filter(({ kind }) => kind === 'alert')
      expect(told.map(({ payload }) => payload.status)).toEqual(['open', 'cleared'])
    })

    it('that was over before it was known is kept, and nobody is notified', async () => {
      await using opened = await open()
      const { states } = opened.registry
      const over = round([episode('damp', NOON - HOUR, NOON)])
      expect(await states.apply([over], NOON)).toEqual([])
      expect(await all(opened.registry)).toMatchObject([{ status: 'cleared', notified: false }])
    })

    it('opens again when late readings show that it lasts', async () => {
      await using opened = await open()
      const { states } = opened.registry
      await states.apply([round([episode('damp', NOON, NOON + 1)])], NOON)
      const again = await states.apply([round([episode('damp', NOON)])], NOON)
      expect(again).toMatchObject([{ status: 'open', clearedAt: null, notified: true }])
      expect(await all(opened.registry)).toHaveLength(1)
    })

    it('is retracted when late readings refute it, and comes back with the same id', async () => {
      await using opened = await open()
      const { states } = opened.registry
      const [raised] = await states.apply([round([episode('fire', NOON)])], NOON)
      expect(await states.apply([round([])], NOON)).toEqual([{ ...raised, status: 'retracted' }])
      expect(await states.apply([round([])], NOON)).toEqual([])
      expect(await states.apply([round([episode('fire', NOON)])], NOON)).toEqual([raised])
    })

    it('from before the window stays, unless it is open', async () => {
      await using opened = await open()
      const { states } = opened.registry
      await states.apply([round([episode('full', 100, 200), episode('silent', 150)])], NOON)
      const told = await states.apply([round([], { since: 300 })], NOON)
      expect(told).toMatchObject([{ kind: 'silent', status: 'retracted' }])
      expect((await all(opened.registry)).find(({ kind }) => kind === 'full')?.status).toBe(
        'cleared',
      )
    })

    it('of another container is none of this one’s business', async () => {
      await using opened = await open()
      const { states, alerts } = opened.registry
      const same = [episode('full', NOON)]
      await states.apply([round(same), round(same, { containerId: 'b' })], NOON)
      await states.apply([round([])], NOON)
      expect(await alerts.open()).toMatchObject([{ containerId: 'b' }])
      expect(await alerts.open(['a'])).toEqual([])
      expect(await alerts.open(['a', 'b'])).toHaveLength(1)
    })

    it('is acknowledged once, by the first', async () => {
      await using opened = await open()
      const { states, alerts } = opened.registry
      const [raised] = await states.apply([round([episode('fire', NOON)])], NOON)
      const id = raised?.id ?? ''
      expect(await alerts.ack(id, 'An', NOON + 1)).toMatchObject({ ackedBy: 'An' })
      expect(await alerts.ack(id, 'Bo', NOON + 2)).toMatchObject({
        ackedBy: 'An',
        ackedAt: NOON + 1,
      })
      await states.apply([round([episode('fire', NOON, NOON + 3)])], NOON + 3)
      expect(await alerts.find(id)).toMatchObject({ status: 'cleared', ackedBy: 'An' })
      expect(await alerts.ack('nothing', 'An', NOON)).toBeUndefined()
    })

    it('is listed newest first, page by page', async () => {
      await using opened = await open()
      const { states, alerts } = opened.registry
      const episodes = [1, 2, 3, 4, 5].map((n) =>
        episode('damp', n * HOUR, n === 5 ? null : n * HOUR + 1),
      )
      await states.apply([round(episodes)], NOON)
      const first = await alerts.page({ limit: 3 })
      const rest = await alerts.page({ limit: 3, cursor: first.nextCursor ?? '' })
      expect([...first.items, ...rest.items].map(({ raisedAt }) => raisedAt / HOUR)).toEqual([
        5, 4, 3, 2, 1,
      ])
      expect(rest.nextCursor).toBeNull()
      expect((await alerts.page({ limit: 9, open: true })).items).toHaveLength(1)
      expect((await alerts.page({ limit: 9, open: false })).items).toHaveLength(4)
      expect((await alerts.page({ limit: 9, containerId: 'b' })).items).toEqual([])
    })

    const episodes = fc.uniqueArray(
      fc
        .record({
          kind: fc.constantFrom('full', 'damp', 'silent'),
          raisedAt: fc.integer({ min: 0, max: 6 }),
          lasts: fc.option(fc.integer({ min: 1, max: 3 })),
          evidence: fc.integer({ min: 0, max: 1 }),
        })
        .map(
          ({ kind, raisedAt, lasts, evidence }): AlertEpisode => ({
            kind,
            raisedAt,
            clearedAt: lasts === null ? null : raisedAt + lasts,
            evidence: { evidence },
          }),
        ),
      { maxLength: 6, selector: ({ kind, raisedAt }) => `${kind} ${raisedAt}` },
    )

    it('set follows from the last full round alone, whatever came before', async () => {
      await using opened = await open()
      const rounds = fc.array(fc.record({ episodes, since: fc.integer({ min: 0, max: 6 }) }), {
        maxLength: 5,
      })
      let count = 0
      await fc.assert(
        fc.asyncProperty(rounds, episodes, async (before, last) => {
          const containerId = `c${++count}`
          const { states, alerts, events } = opened.registry
          for (const { episodes, since } of before)
            await states.apply([round(episodes, { containerId, since })], NOON)
          await states.apply([round(last, { containerId })], NOON)
          const kept = (await alerts.page({ limit: 100, containerId })).items
            .filter(({ status }) => status !== 'retracted')
            .map(({ kind, raisedAt, clearedAt, evidence }) => ({
              kind,
              raisedAt,
              clearedAt,
              evidence,
            }))
          expect(kept).toHaveLength(last.length)
          expect(kept).toEqual(expect.arrayContaining([...last]))

          const newest = await events.newestId()
          expect(await states.apply([round(last, { containerId })], NOON)).toEqual([])
          expect(await events.newestId()).toBe(newest)
        }),
        { numRuns: 60 },
      )
    })
  })
}
